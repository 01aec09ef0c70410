import type { PublicKey } from '@parley/protocol'
import type { Step } from './callEvent.ts'
import { ownLeaf, type Call } from './callState.ts'
import { stepJoining, type JoiningEffect, type JoiningEvent } from './joining.ts'
import { NOTHING_OFFERED } from './handOver.ts'
import { missedFrom } from './line.ts'
import { NEVER_OPENED } from './microphoneWord.ts'
import { checkGround, moveMicrophone } from './moveMicrophone.ts'

type Event = JoiningEvent & { leafKey?: PublicKey }

/** Where one is after an event, and what follows from it for the microphone. */
export function moveJoining(call: Call, event: Event): Step {
  const [joining, effects] = stepJoining(call.joining, event)
  return joining === call.joining
    ? [call, effects]
    : followJoining({ ...call, ...pressed(call, event), joining }, event, effects)
}

/**
 * What was chosen in the green room is what one joins with; tracks that were made ready there stay announced.
 * There nobody misses the media server, which knows no room before somebody founds one.
 */
function pressed({ publishing, line }: Call, event: JoiningEvent): Partial<Call> {
  if (event.type !== 'join-pressed') return {}
  return {
    publishing: { ...publishing, ...event.chosen },
    line: missedFrom(line, event.atMs),
  }
}

/** Nobody of one's own side is left to be heard: then anyone has to do. */
export function followMembers(call: Call): Step {
  const you = ownLeaf(call)
  const isOwnSideThere = [...call.members.values()].some(
    ({ leaf, side }) => leaf !== you && side === call.you.side,
  )
  return isOwnSideThere ? [call, []] : moveJoining(call, { type: 'own-side-gone' })
}

/** A new leaf is a new ground for the microphone; without a leaf there is none. */
function followJoining(call: Call, event: Event, effects: readonly JoiningEffect[]): Step {
  if (event.type === 'entered') {
    const entered = {
      ...call,
      you: { ...call.you, leafKey: event.leafKey },
      heartbeat: undefined,
      duties: new Map(),
      receivingSinceMs: undefined,
      // Whoever founds sits alone: those of the group before are not in this one.
      members: event.mustHear === 'nobody' ? new Map() : call.members,
    }
    const [next, more] = checkGround(entered, 0)
    return [next, [...effects, ...more]]
  }
  if (ownLeaf(call) !== undefined) return [call, effects]
  const [next, more] = moveMicrophone(
    { ...call, you: { ...call.you, leafKey: undefined } },
    { type: 'ground-lost' },
  )
  return [
    { ...next, microphoneWord: NEVER_OPENED, handOver: NOTHING_OFFERED },
    [...more, ...effects],
  ]
}
