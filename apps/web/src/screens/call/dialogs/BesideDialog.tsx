import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { CallDialogBox } from './CallDialogBox.tsx'

/** What stands beside the pictures where there is room: what one listens to, or the agenda. */
export function BesideDialog({
  title,
  children,
  send,
}: {
  title: ReactNode
  children: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const close = () => send({ type: 'dialog-closed' })
  return (
    <CallDialogBox title={title} onClose={close}>
      {children}
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
