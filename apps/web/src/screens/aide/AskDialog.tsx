import { Trans } from '@lingui/react/macro'
import { Mic } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallDialogBox } from '../call/dialogs/CallDialogBox.tsx'

/** The aide asks to open the microphone. Nothing but a press here does; what closes the dialog otherwise leaves it closed. */
export function AskDialog({
  id,
  Box,
  send,
}: {
  id: string
  Box: typeof CallDialogBox
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <Box
      className="aided__ask"
      title={<Trans>Your aide asks you to open the microphone</Trans>}
      mark={<Mic className="icon" aria-hidden />}
      isAlert
      onClose={() => send({ type: 'aide-refused', id })}
    >
      <p>
        <Trans>It is closed now. Everybody in the call hears you once it is open.</Trans>
      </p>
      <div className="dialog__acts">
        <Button
          className="btn btn--primary btn--large"
          onPress={() => send({ type: 'aide-allowed', id })}
        >
          <Trans>Open</Trans>
        </Button>
        <Button className="btn btn--large" onPress={() => send({ type: 'aide-refused', id })}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </Box>
  )
}
