import type { EndedBy, EpochCause } from '@parley/call'
import type { Answer, HeldCode, Heard, RemovalReason } from '@parley/group'
import type { LeafIndex, SeatId } from '@parley/protocol'
import type { Heads } from '@parley/seal'
import { causeOf } from './membersOf.ts'
import type { RoomEvent } from './roomSession.ts'
import { decodeWord } from './wordCodec.ts'

/** What an entry of the log means to the call, and whether it brought an epoch. Seats are those before it. */
export function eventsOfHeard(
  heard: Heard,
  {
    heads,
    seatOf,
    ownAnswer,
  }: {
    heads: Heads
    seatOf: (leaf: LeafIndex) => SeatId | undefined
    /** What `admit` says here of one's own leaf. */
    ownAnswer: () => Answer | undefined
  },
): { events: readonly RoomEvent[]; cause: EpochCause | undefined } {
  switch (heard.type) {
    case 'advanced': {
      const { committer: by, epoch } = heard
      // A joining commit takes out the seat's own old leaf: that seat is not gone.
      const gone = heard.kind === 'join' ? [] : heard.removed
      const events = gone.map(({ leaf, because }): RoomEvent => {
        const seats = [seatOf(leaf)].filter((seat) => seat !== undefined)
        return { type: 'removed-others', seats, because, by: seatOf(by) }
      })
      if (!heard.isJoinable) events.push({ type: 'unjoinable', by, epoch })
      return { events, cause: causeOf(heard) }
    }
    case 'message': {
      const word = decodeWord(heard.bytes, { from: heard.from, heads })
      return only(word && { type: 'word', heard: word })
    }
    case 'skipped':
      return only({
        type: 'skipped',
        code: heard.code,
        by: heard.by === undefined ? undefined : seatOf(heard.by),
      })
    case 'replaced':
      return only({ type: 'ended', by: 'replaced' })
    case 'removed':
      return only(afterRemoval(heard.because, ownAnswer()))
    case 'ignored':
    case 'behind':
    case 'forked':
    case 'another-group':
      return only(undefined)
  }
}

/**
 * Whoever took one out says why, and may not be right: a wrong clock, or a member that wants one gone.
 * One's own lists decide whether the seat is still one's own.
 */
function afterRemoval(because: RemovalReason, own: Answer | undefined): RoomEvent {
  const dependsOnLists = because !== 'silent' && because !== 'left'
  if (dependsOnLists && own?.answer === 'held')
    return { type: 'ended', by: ENDED_FOR[own.code] ?? 'withdrawn' }
  return { type: 'must-join-again', by: 'removed' }
}

/** Why it is over, where the seat was not withdrawn. */
const ENDED_FOR: Partial<Record<HeldCode, EndedBy>> = { 'old-pass': 'replaced', early: 'refused' }

function only(event: RoomEvent | undefined): ReturnType<typeof eventsOfHeard> {
  return { events: event ? [event] : [], cause: undefined }
}
