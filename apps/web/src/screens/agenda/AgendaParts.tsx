import { Suspense, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import { AgendaChoice } from './AgendaChoice.tsx'
import { AskToSpeak } from './AskToSpeak.tsx'
import { NextToSpeak } from './NextToSpeak.tsx'
import { Now } from './Now.tsx'
import { Offers } from './Offers.tsx'
import { OpenAgenda } from './OpenAgenda.tsx'
import { PartInHead } from './PartInHead.tsx'
import { ProposeNext } from './ProposeNext.tsx'
import { onDemand } from '../onDemand.tsx'
import '../../style/agenda.css'

const recorded = onDemand(
  'recording',
  async () => (await import('../recording/RecordingParts.tsx')).RecordingParts,
)

/** Before it is shown for the first time. */
export const loadRecording: () => Promise<void> = recorded.load

/** Where on the call's screen the agenda stands: in its head, above and beside the pictures, in its dialog, in an interpreter's console, or over a room display. */
export type AgendaPlace = 'head' | 'told' | 'panel' | 'dialog' | 'booth' | 'chip'

/** The agreed agenda, the part of it in progress, and who would like to speak. */
export function AgendaParts({
  place,
  agenda,
  send,
}: {
  place: AgendaPlace
  agenda: AgendaView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { recording } = agenda
  const recordedAs = (as: 'mark' | 'chip' | 'section') =>
    recording && (
      <Suspense>
        <recorded.Screen as={as} recording={recording} send={send} />
      </Suspense>
    )
  switch (place) {
    case 'head':
      return (
        <>
          <PartInHead agenda={agenda} send={send} />
          {recordedAs('mark')}
        </>
      )
    case 'told':
      return <Offers view={agenda} send={send} />
    case 'panel':
      return (
        <section className="agenda-now">
          <Now view={agenda} />
          <NextToSpeak asking={agenda.asking} />
          <div className="row row--wrap">
            <ProposeNext view={agenda} send={send} />
            <AskToSpeak agenda={agenda} send={send} />
            <OpenAgenda agenda={agenda} send={send} />
          </div>
          {recordedAs('section')}
        </section>
      )
    case 'dialog':
      return (
        <div className="stack">
          <AgendaChoice view={agenda} onDone={() => send({ type: 'dialog-closed' })} send={send} />
          <NextToSpeak asking={agenda.asking} />
          <div className="row row--wrap">
            <AskToSpeak agenda={agenda} send={send} />
          </div>
          {recordedAs('section')}
        </div>
      )
    case 'booth':
      return (
        <div className="agenda-now">
          <Now view={agenda} />
          <NextToSpeak asking={agenda.asking.slice(0, 1)} />
        </div>
      )
    case 'chip':
      return (
        <>
          {recordedAs('chip')}
          {agenda.asking.length > 0 && (
            <div className="call__chip">
              <NextToSpeak asking={agenda.asking.slice(0, 1)} />
            </div>
          )}
        </>
      )
  }
}
