import { Trans, useLingui } from '@lingui/react/macro'
import { Mic } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MicrophoneView } from '../../model/callView.ts'
import { MICROPHONE_SAYING_ID } from './MicrophoneControl.tsx'
import { MICROPHONE_CLOSED } from './sentences/microphone.ts'

/** Says what closed the microphone, to eyes and with the control. Empty while it is open. */
export function MicrophoneSaying({
  microphone: { closedBy },
}: {
  microphone: MicrophoneView
}): ReactNode {
  const { t } = useLingui()
  return (
    <p id={MICROPHONE_SAYING_ID} className="call__saying">
      {closedBy && t(MICROPHONE_CLOSED[closedBy])}
    </p>
  )
}

/** Says to eyes that one is heard while the control that says so is out of sight; screen readers have the control. */
export function MicrophoneOpen(): ReactNode {
  return (
    <p className="call__chip call__open" aria-hidden>
      <Mic className="icon" />
      <Trans>Mic open</Trans>
    </p>
  )
}
