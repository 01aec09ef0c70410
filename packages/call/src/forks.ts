import type { SeatId } from '@parley/protocol'

/** A room as a leaf knows it: its epoch, and the first 16 bytes of the epoch's authenticator. */
export type RoomReport = readonly [epoch: number, authenticator: string]

/** What is known of the plenary here, and which of one's own side have told otherwise. */
export type Forks = {
  /** Authenticators of the epochs that one was in since one entered. */
  own: ReadonlyMap<number, string>
  /** Who contradicted once, and might only have been late. */
  doubted: ReadonlySet<SeatId>
  /** Who contradicts: that person is in another room under the same name. */
  forked: ReadonlySet<SeatId>
}

export type ForksEvent =
  | { type: 'own-epoch'; report: RoomReport; hasEntered: boolean }
  | { type: 'reported'; by: SeatId; report: RoomReport }

/** Epochs that are remembered. Larger: memory. Smaller: a late heartbeat is compared with nothing. */
const KEPT = 64

/** Nothing was told yet. */
export const NO_FORKS: Forks = { own: new Map(), doubted: new Set(), forked: new Set() }

/**
 * Within one epoch of one room authenticators cannot differ. Two reports in a row that contradict tell a
 * fork; one alone may be of the group that one has just left. docs/protocol.md, "Heartbeat".
 */
export function stepForks(forks: Forks, event: ForksEvent): Forks {
  const [epoch, authenticator] = event.report
  if (event.type === 'own-epoch') {
    const before = event.hasEntered ? [] : [...forks.own].slice(1 - KEPT)
    return { ...forks, own: new Map([...before, [epoch, authenticator]]) }
  }
  const known = forks.own.get(epoch)
  if (known === undefined) return forks
  const { by } = event
  const [doubted, forked] = [new Set(forks.doubted), new Set(forks.forked)]
  if (known === authenticator) {
    doubted.delete(by)
    forked.delete(by)
  } else if (doubted.has(by)) forked.add(by)
  else doubted.add(by)
  return { ...forks, doubted, forked }
}
