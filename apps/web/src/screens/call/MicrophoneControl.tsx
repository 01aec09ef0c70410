import { Trans } from '@lingui/react/macro'
import { Mic, MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { MicrophoneView } from '../../model/callView.ts'

/** Names the line that says what closed the microphone. */
export const MICROPHONE_SAYING_ID = 'microphone-saying'

/** Opens and closes the microphone, and says which it is. A held key presses once. */
export function MicrophoneControl({
  microphone,
  send,
}: {
  microphone: MicrophoneView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const isOpen = microphone.is === 'open'
  return (
    <ToggleButton
      className={`ctl ${isOpen ? 'ctl--live' : 'ctl--off'}`}
      isSelected={isOpen}
      isDisabled={microphone.is === 'unavailable'}
      aria-describedby={MICROPHONE_SAYING_ID}
      onChange={() => send({ type: 'microphone-pressed' })}
    >
      {isOpen ? <Mic className="icon" aria-hidden /> : <MicOff className="icon" aria-hidden />}
      {isOpen ? (
        <Trans>Mic open</Trans>
      ) : microphone.is === 'opening' ? (
        <Trans>Mic opening</Trans>
      ) : microphone.closedBy === 'private' ? (
        <Trans>Plenary closed</Trans>
      ) : (
        <Trans>Mic closed</Trans>
      )}
    </ToggleButton>
  )
}
