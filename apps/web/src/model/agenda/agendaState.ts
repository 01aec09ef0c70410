import type { AgendaSaid, SaidItem } from '@parley/call'
import type { SeatId } from '@parley/protocol'

/** What somebody's heartbeat says of the agenda. */
export type HeardOfAgenda = {
  seat: SeatId
  said: AgendaSaid
  /** Whether their word about the item counts. */
  mayMove: boolean
}

/** The item that the talks are at, and the order in which people would like to speak. */
export type AgendaState = {
  item: SaidItem | undefined
  /** Whose word it was; undefined where it was said before one came in. */
  by: SeatId | undefined
  /** By seat: what was said, and the place that it has here. */
  asking: ReadonlyMap<SeatId, { said: number; place: number }>
  /** Those who are there, and have been heard. */
  known: ReadonlySet<SeatId>
}

/** Nothing has been heard. */
export const NO_AGENDA: AgendaState = {
  item: undefined,
  by: undefined,
  asking: new Map(),
  known: new Set(),
}

/** Where the numbers of a word end. */
const NUMBER_AT_MOST = 1_000_000

/** A number may be so far above the highest that is known. Larger: one who counts ahead stops the count sooner. Smaller: what was missed on a lost line is passed over. */
const AHEAD_AT_MOST = 100

/** What all that is said comes to: the same for all, in whichever order they hear it. */
export function stepAgenda(state: AgendaState, heard: readonly HeardOfAgenda[]): AgendaState {
  return {
    ...heard.reduce(stepItem, { item: state.item, by: state.by }),
    asking: askingOf(state, heard),
    known: new Set(heard.map(({ seat }) => seat)),
  }

  function stepItem(
    now: Pick<AgendaState, 'item' | 'by'>,
    { seat, said: { item }, mayMove }: HeardOfAgenda,
  ): Pick<AgendaState, 'item' | 'by'> {
    if (!item || !mayMove || !isLater(item, now.item)) return now
    return { item, by: state.known.has(seat) ? seat : undefined }
  }
}

/** What one says to move the talks to that item; undefined where the numbers have ended. */
export function itemAfter(
  { item }: AgendaState,
  { part, nowMs }: { part: number; nowMs: number },
): SaidItem | undefined {
  const n = (item?.n ?? 0) + 1
  return n > NUMBER_AT_MOST ? undefined : { n, part, atMs: nowMs }
}

/** The place after everybody who asks already. */
export function placeAfter({ asking }: AgendaState): number {
  return Math.min(NUMBER_AT_MOST, highest(asking) + 1)
}

/** Who would like to speak, in their order. */
export function inOrder({ asking }: AgendaState): readonly SeatId[] {
  return [...asking]
    .toSorted(([a, one], [b, other]) => one.place - other.place || (a < b ? -1 : 1))
    .map(([seat]) => seat)
}

/** Whoever was heard before and asks now is after all who asked before, whatever the number; else the number says. */
function askingOf(
  { asking, known }: AgendaState,
  heard: readonly HeardOfAgenda[],
): AgendaState['asking'] {
  const next = new Map<SeatId, { said: number; place: number }>()
  for (const { seat, said } of heard) {
    if (said.asks === undefined) continue
    const before = asking.get(seat)
    const place = known.has(seat) ? Math.max(said.asks, highest(asking) + 1) : said.asks
    next.set(seat, before?.said === said.asks ? before : { said: said.asks, place })
  }
  return next
}

function highest(asking: AgendaState['asking']): number {
  return Math.max(0, ...[...asking.values()].map(({ place }) => place))
}

function isLater(item: SaidItem, known: SaidItem | undefined): boolean {
  if (!known) return true
  if (item.n > known.n + AHEAD_AT_MOST) return false
  return item.n > known.n || (item.n === known.n && item.part > known.part)
}
