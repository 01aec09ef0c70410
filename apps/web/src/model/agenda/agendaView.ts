import type { SaidItem } from '@parley/call'
import type { AgendaPart } from '@parley/seal'
import type { SeatId } from '@parley/protocol'
import type { CallFacts } from '../callFacts.ts'
import { inOrder, type AgendaState } from './agendaState.ts'

/** Who would like to speak, by the names of the agreed lists. */
export type AskingToSpeak = {
  seat: SeatId
  name: string
  isYou: boolean
  /** The first of their agreed seat. */
  language: string | undefined
}

/** The agreed agenda, at which item the talks are, and who speaks next. */
export type AgendaView = {
  items: readonly (AgendaPart & { isNow: boolean })[]
  /** Undefined until somebody says so. */
  now:
    | (AgendaPart & {
        of: number
        /** When it would be over by the agreed minutes. */
        untilMs: number
        /** Who said so; undefined where it was said before one came in. */
        by: { name: string; isYou: boolean } | undefined
      })
    | undefined
  /** The item that one's own last word moved the talks away from. */
  back: AgendaPart | undefined
  mayMove: boolean
  /** In their order. */
  asking: readonly AskingToSpeak[]
  /** Whether one may ask, and does. */
  youAsk: 'no' | 'yes' | 'may-not'
}

/** Those who speak for their side, or for nobody: everybody but those who are there for the talks to be possible. */
const NOT_THEIRS = new Set<string | undefined>(['interpreter', 'technician', 'press', undefined])

/** Whether a seat may say at which item the talks are, and ask to speak. */
export function takesPart(role: string | undefined): boolean {
  return !NOT_THEIRS.has(role)
}

/** What the screens show of it. */
export function agendaView(
  { agenda, people, you }: Pick<CallFacts, 'agenda' | 'people' | 'you'>,
  { state, movedFrom }: { state: AgendaState; movedFrom: SaidItem | undefined },
): AgendaView {
  const partOf = (item: SaidItem | undefined) =>
    item && agenda.find(({ part }) => part === item.part)
  const [now, personOf] = [
    partOf(state.item),
    (seat: SeatId | undefined) =>
      people.find((one) => one.seat === seat && one.standing === 'agreed'),
  ]
  const by = personOf(state.by)
  const asking = inOrder(state).flatMap((seat) => personOf(seat) ?? [])
  const mayMove = takesPart(you.role)
  return {
    items: agenda.map((one) => ({ ...one, isNow: one.part === now?.part })),
    now: now && {
      ...now,
      of: agenda.length,
      untilMs: (state.item?.atMs ?? 0) + now.minutes * 60_000,
      by: by && { name: by.name, isYou: by.isYou },
    },
    back: state.by === you.seat ? partOf(movedFrom) : undefined,
    mayMove,
    asking: asking.map(({ seat, name, isYou, languages: [language] }) => {
      return { seat, name, isYou, language }
    }),
    youAsk: !mayMove ? 'may-not' : asking.some(({ isYou }) => isYou) ? 'yes' : 'no',
  }
}
