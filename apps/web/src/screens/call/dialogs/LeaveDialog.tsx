import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { CallDialogBox } from './CallDialogBox.tsx'

/** Asked once, so that a slip of the hand ends nothing. */
export function LeaveDialog({ send }: { send: (event: CallScreenEvent) => void }): ReactNode {
  return (
    <CallDialogBox
      title={<Trans>Leave the call?</Trans>}
      isAlert
      onClose={() => send({ type: 'dialog-closed' })}
    >
      <p>
        <Trans>The others go on. Your seat is kept: you can join again.</Trans>
      </p>
      <div className="dialog__acts">
        <Button className="btn btn--danger-fill" onPress={() => send({ type: 'leave-pressed' })}>
          <Trans>Leave the call</Trans>
        </Button>
        <Button className="btn" autoFocus onPress={() => send({ type: 'dialog-closed' })}>
          <Trans>Stay</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
