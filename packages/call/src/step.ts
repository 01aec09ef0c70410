import type { PublicKey } from '@parley/protocol'
import { ownLeaf, type Call } from './callState.ts'
import { stepDuties, type DutyEffect } from './duty.ts'
import { stepFlows, type FlowEvent } from './flow.ts'
import { intervalMs, stepHeartbeat, type HeartbeatEffect } from './heartbeat.ts'
import { addIncidents, troublesOf, type CallTrouble, type IncidentEvent } from './incidents.ts'
import { stepJoining, type JoiningEffect, type JoiningEvent } from './joining.ts'
import { lostForMs, stepLine, type LineEvent } from './line.ts'
import { forgetHeads, kindIn, stepMembers, type MembersEvent } from './members.ts'
import { stepMessages, type MessagesEffect, type MessagesEvent } from './messages.ts'
import { NEVER_OPENED, nextWord } from './microphoneWord.ts'
import { stepMicrophone, type MicrophoneEffect, type MicrophoneEvent } from './microphone.ts'
import { stepNotPlayed } from './notPlayed.ts'
import { startPublishing, stepPublishing, type PublishingEvent } from './publishing.ts'
import { stepRepair, type RepairEvent } from './repair.ts'
import { stepRefresh, type RefreshEffect } from './refresh.ts'
import { whyHeldBack } from './sending.ts'

/** All that can happen to a call. */
export type CallEvent =
  | (JoiningEvent & { leafKey?: PublicKey })
  | MembersEvent
  | MicrophoneEvent
  | MessagesEvent
  | PublishingEvent
  | LineEvent
  | FlowEvent
  | IncidentEvent
  | RepairEvent
  | { type: 'heads-changed'; heads: string }

/** All that a call asks of the world. */
export type CallEffect =
  | JoiningEffect
  | MicrophoneEffect
  | MessagesEffect
  | HeartbeatEffect
  | DutyEffect
  | RefreshEffect

type Step = readonly [Call, readonly CallEffect[]]

/** Hands an event to the part it is for. Only routes. */
export function step(call: Call, event: CallEvent): Step {
  switch (event.type) {
    case 'join-pressed':
    case 'entered':
    case 'epoch-advanced':
    case 'fresh-heartbeat-heard':
    case 'own-side-gone':
    case 'must-join-again':
    case 'leave-pressed':
    case 'ended': {
      const [joining, effects] = stepJoining(call.joining, event)
      return joining === call.joining
        ? [call, effects]
        : followJoining({ ...call, ...chosenIn(event), joining }, event, effects)
    }
    case 'members-changed':
      return followMembers({ ...call, members: stepMembers(call.members, event, ownLeaf(call)) })
    case 'heartbeat-heard':
    case 'opened-heard':
    case 'closed-heard':
    case 'leave-heard':
      return [{ ...call, members: stepMembers(call.members, event, ownLeaf(call)) }, []]
    case 'microphone-pressed':
    case 'ground-checked':
    case 'ground-lost':
    case 'microphone-lost':
    case 'gate-opened':
    case 'gate-closed':
    case 'gate-not-moved': {
      const [microphone, effects] = stepMicrophone(call.microphone, event)
      const spoken = effects.find((effect) => effect.do === 'say-microphone')
      const microphoneWord = spoken
        ? nextWord(call.microphoneWord, spoken.said)
        : call.microphoneWord
      return [{ ...call, microphone, microphoneWord }, effects]
    }
    case 'message-written':
    case 'message-sent':
    case 'text-heard': {
      const [messages, effects] = stepMessages(call.messages, event)
      return [{ ...call, messages }, effects]
    }
    case 'camera-pressed':
    case 'camera-chosen':
    case 'screen-pressed':
    case 'screen-ended':
    case 'own-tracks-changed':
    case 'frames-counted':
      return [{ ...call, publishing: stepPublishing(call.publishing, event) }, []]
    case 'input-device-chosen':
      return checkGround({ ...call, publishing: stepPublishing(call.publishing, event) }, 0)
    case 'unjoinable': {
      const { by, epoch, atMs: sinceMs } = event
      return [{ ...call, unjoinable: { by, epoch, sinceMs } }, []]
    }
    case 'frames-accounted':
      return [account(call, event), []]
    case 'commit-skipped':
    case 'others-removed':
    case 'not-entered':
    case 'unsettled': {
      const told = { troubles: troublesOf(event), atMs: event.atMs }
      return [{ ...call, incidents: addIncidents(call.incidents, told) }, []]
    }
    case 'picture-shown':
      return [{ ...call, flows: stepFlows(call.flows, event, kindIn(call.members)) }, []]
    case 'heads-changed':
      if (event.heads === call.heads) return [call, []]
      return [{ ...call, heads: event.heads, members: forgetHeads(call.members) }, []]
    case 'socket-back':
      return [{ ...call, line: stepLine(call.line, event), heartbeat: undefined }, []]
    case 'socket-lost':
    case 'media-lost':
    case 'media-back':
      return [{ ...call, line: stepLine(call.line, event) }, []]
    case 'ticked':
      return tick(
        followLines({ ...call, line: stepLine(call.line, event) }, event.nowMs),
        event.nowMs,
      )
  }
}

/** What came in, and what came and was not played. */
function account(call: Call, event: FlowEvent & { type: 'frames-accounted' }): Call {
  const { members } = call
  const kindOf = kindIn(members)
  const [keptFrames, notPlayed] = stepNotPlayed(call.keptFrames, event.received)
  const troubles = notPlayed.flatMap(({ leaf, track, code }): readonly CallTrouble[] => {
    const seat = members.get(leaf)?.seat
    const kind = kindOf(leaf, track)
    return seat && kind ? [{ type: 'not-played', seat, kind, code }] : []
  })
  return {
    ...call,
    keptFrames,
    flows: stepFlows(call.flows, event, kindOf),
    incidents: addIncidents(call.incidents, { troubles, atMs: event.atMs }),
  }
}

/** What was chosen in the green room is what one joins with. */
function chosenIn(event: JoiningEvent): Partial<Call> {
  return event.type === 'join-pressed' && event.chosen
    ? { publishing: startPublishing(event.chosen) }
    : {}
}

/** A new leaf is a new ground for the microphone; without a leaf there is none. */
function followJoining(call: Call, event: CallEvent, effects: readonly JoiningEffect[]): Step {
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
  const [next, more] = step(
    { ...call, you: { ...call.you, leafKey: undefined } },
    { type: 'ground-lost' },
  )
  return [{ ...next, microphoneWord: NEVER_OPENED }, [...more, ...effects]]
}

/** Nobody of one's own side is left to be heard: then anyone has to do. */
function followMembers(call: Call): Step {
  const you = ownLeaf(call)
  const isOwnSideThere = [...call.members.values()].some(
    ({ leaf, side }) => leaf !== you && side === call.you.side,
  )
  return isOwnSideThere ? [call, []] : step(call, { type: 'own-side-gone' })
}

function checkGround(call: Call, lostMs: number): Step {
  const { leafKey, seat, room } = call.you
  if (!leafKey) return [call, []]
  const now = { leafKey, seat, room, inputDevice: call.publishing.inputDevice }
  return step(call, { type: 'ground-checked', now, lostForMs: lostMs })
}

/** Sound goes out while the microphone is open and nothing is held back; others come in while one is in and the media server is reached. */
function followLines(call: Call, nowMs: number): Call {
  const isOut =
    call.microphone.phase === 'open' && whyHeldBack(call.joining, call.members) === undefined
  const isIn = ownLeaf(call) !== undefined && call.line.mediaLostSinceMs === undefined
  return {
    ...call,
    soundSinceMs: isOut ? (call.soundSinceMs ?? nowMs) : undefined,
    receivingSinceMs: isIn ? (call.receivingSinceMs ?? nowMs) : undefined,
  }
}

/** What time alone brings: a closing gate, a heartbeat, a leaf that has to go, a new path. */
function tick(call: Call, nowMs: number): Step {
  const you = ownLeaf(call)
  if (you === undefined || !('epoch' in call.joining)) return [call, []]
  const { epoch } = call.joining
  const [grounded, gate] = checkGround(call, lostForMs(call.line, nowMs))
  const { publishing, members, heads, line } = grounded
  const said = { ...publishing, epoch, heads }
  const nextMs = intervalMs({ publishes: publishing.tracks.length > 0, members: members.size })
  const [heartbeat, beats] = stepHeartbeat(grounded.heartbeat, { said, nextMs, nowMs })
  const [duties, removals] = stepDuties(grounded.duties, { members, you, line, nowMs })
  const [refreshedAtMs, refreshes] = stepRefresh(grounded.refreshedAtMs, {
    members: members.size,
    you,
    nowMs,
  })
  const [unjoinable, repairs] = stepRepair(grounded.unjoinable, {
    epoch,
    members,
    you,
    line,
    nowMs,
  })
  return [
    { ...grounded, heartbeat, duties, refreshedAtMs, unjoinable },
    [...gate, ...beats, ...removals, ...refreshes, ...repairs],
  ]
}
