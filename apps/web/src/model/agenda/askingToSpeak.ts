import type { SeatId } from '@parley/protocol'

/** What somebody's heartbeat says of their wish to speak. */
export type HeardWish = { seat: SeatId; asks: number | undefined }

/** The order in which people would like to speak. */
export type AskingState = {
  /** By seat: what was said, and the place that it has here. */
  asking: ReadonlyMap<SeatId, { said: number; place: number }>
  /** Those who are there, and have been heard. */
  known: ReadonlySet<SeatId>
}

/** Nothing has been heard. */
export const NOBODY_ASKS: AskingState = { asking: new Map(), known: new Set() }

/** Where the numbers of a wish end. */
const NUMBER_AT_MOST = 1_000_000

/** Whoever was heard before and asks now is after all who asked before, whatever the number; else the number says. */
export function stepAsking(
  { asking, known }: AskingState,
  heard: readonly HeardWish[],
): AskingState {
  const next = new Map<SeatId, { said: number; place: number }>()
  for (const { seat, asks } of heard) {
    if (asks === undefined) continue
    const before = asking.get(seat)
    const place = known.has(seat) ? Math.max(asks, highest(asking) + 1) : asks
    next.set(seat, before?.said === asks ? before : { said: asks, place })
  }
  return { asking: next, known: new Set(heard.map(({ seat }) => seat)) }
}

/** The place after everybody who asks already. */
export function placeAfter({ asking }: AskingState): number {
  return Math.min(NUMBER_AT_MOST, highest(asking) + 1)
}

/** Who would like to speak, in their order. */
export function inOrder({ asking }: AskingState): readonly SeatId[] {
  return [...asking]
    .toSorted(([a, one], [b, other]) => one.place - other.place || (a < b ? -1 : 1))
    .map(([seat]) => seat)
}

function highest(asking: AskingState['asking']): number {
  return Math.max(0, ...[...asking.values()].map(({ place }) => place))
}
