import type { SeatId } from '@parley/protocol'
import type { CallFacts } from '../callFacts.ts'
import type { RecordingView } from '../recording/recordingView.ts'
import { inOrder, type AskingState } from './askingToSpeak.ts'
import type { PartsView } from './partsView.ts'
import { takesPart } from './takesPart.ts'

/** Who would like to speak, by the names of the agreed lists. */
export type AskingToSpeak = {
  seat: SeatId
  name: string
  isYou: boolean
  /** The first of their agreed seat. */
  language: string | undefined
}

/** The agreed agenda, at which part of it the talks are, and who speaks next. */
export type AgendaView = PartsView & {
  /** In their order. */
  asking: readonly AskingToSpeak[]
  /** Whether one may ask, and does. */
  youAsk: 'no' | 'yes' | 'may-not'
  /** Who records the open parts; undefined where the plan has none recorded. */
  recording?: RecordingView | undefined
}

/** What a call's screens show of it. */
export function agendaView(
  { people, you }: Pick<CallFacts, 'people' | 'you'>,
  { parts, asking: state }: { parts: PartsView; asking: AskingState },
): AgendaView {
  const asking = inOrder(state).flatMap(
    (seat) => people.find((one) => one.seat === seat && one.standing === 'agreed') ?? [],
  )
  const mayAsk = takesPart(you.role)
  return {
    ...parts,
    asking: asking.map(({ seat, name, isYou, languages: [language] }) => {
      return { seat, name, isYou, language }
    }),
    youAsk: !mayAsk ? 'may-not' : asking.some(({ isYou }) => isYou) ? 'yes' : 'no',
  }
}
