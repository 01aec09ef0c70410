import { Trans } from '@lingui/react/macro'
import { Speech } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'

/** Pressed while one would like to speak; everybody is shown that. */
export function AskToSpeak({
  agenda: { youAsk },
  send,
}: {
  agenda: AgendaView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (youAsk === 'may-not') return undefined
  return (
    <ToggleButton
      className={`btn ${youAsk === 'yes' ? 'btn--primary' : ''}`}
      isSelected={youAsk === 'yes'}
      onChange={() => send({ type: 'agenda-floor-pressed' })}
    >
      <Speech className="icon" aria-hidden />
      <Trans>I would like to speak</Trans>
    </ToggleButton>
  )
}
