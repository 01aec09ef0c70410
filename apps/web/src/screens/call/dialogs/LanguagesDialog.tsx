import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { CallDialogBox } from './CallDialogBox.tsx'

/** What one listens to, where there is no panel beside the pictures. */
export function LanguagesDialog({
  children,
  send,
}: {
  children: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const close = () => send({ type: 'dialog-closed' })
  return (
    <CallDialogBox title={<Trans>I hear</Trans>} onClose={close}>
      {children}
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
