import { Suspense, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import type { AgendaPlace } from '../agenda/AgendaParts.tsx'
import { onDemand } from '../onDemand.tsx'

const part = onDemand('parts', async () => (await import('../agenda/AgendaParts.tsx')).AgendaParts)

/** Before it is shown for the first time. */
export const loadAgenda = part.load

/** The agenda at that place. Until its code is there its children stand there, and hide nothing. */
export function Agenda({
  place,
  view: { agenda },
  children,
  send,
}: {
  place: AgendaPlace
  view: Pick<CallView, 'agenda'>
  children?: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (!agenda) return children
  return (
    <Suspense fallback={children}>
      <part.Screen place={place} agenda={agenda} send={send} />
    </Suspense>
  )
}
