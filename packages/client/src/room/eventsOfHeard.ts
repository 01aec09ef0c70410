import type { EpochCause } from '@parley/call'
import type { Heard } from '@parley/group'
import type { Heads } from '@parley/seal'
import { causeOf } from './membersOf.ts'
import type { RoomEvent } from './roomSession.ts'
import { decodeWord } from './wordCodec.ts'

/** What an entry of the log means to the call, and whether it brought an epoch. */
export function eventsOfHeard(
  heard: Heard,
  heads: Heads,
): { events: readonly RoomEvent[]; cause: EpochCause | undefined } {
  switch (heard.type) {
    case 'advanced': {
      const events: RoomEvent[] = heard.removed.map(({ leaf, because }) => {
        return { type: 'removed-others', leaves: [leaf], because, by: heard.committer }
      })
      const { committer: by, epoch } = heard
      if (!heard.isJoinable) events.push({ type: 'unjoinable', by, epoch })
      return { events, cause: causeOf(heard) }
    }
    case 'message': {
      const word = decodeWord(heard.bytes, { from: heard.from, heads })
      return only(word && { type: 'word', heard: word })
    }
    case 'skipped':
      return only({ type: 'skipped', code: heard.code })
    case 'replaced':
      return only({ type: 'ended', by: 'replaced' })
    case 'removed':
      return only(
        heard.because === 'silent' || heard.because === 'left'
          ? { type: 'must-join-again', by: 'removed' }
          : { type: 'ended', by: heard.because === 'replaced' ? 'replaced' : 'withdrawn' },
      )
    case 'ignored':
    case 'behind':
    case 'forked':
      return only(undefined)
  }
}

function only(event: RoomEvent | undefined): ReturnType<typeof eventsOfHeard> {
  return { events: event ? [event] : [], cause: undefined }
}
