import type { Step } from './callEvent.ts'
import { ownLeaf, type Call } from './callState.ts'
import { stepDuties } from './duty.ts'
import { intervalMs, stepHeartbeat } from './heartbeat.ts'
import { lostForMs, stepLine } from './line.ts'
import { checkGround } from './moveMicrophone.ts'
import { followWritten } from './moveWritten.ts'
import { stepRefresh } from './refresh.ts'
import { stepRepair } from './repair.ts'
import { whyHeldBack } from './sending.ts'
import { followWay } from './soundWay.ts'

/** What time alone brings: a closing gate, a heartbeat, a leaf that has to go, a new path. */
export function tick(before: Call, nowMs: number): Step {
  const line = stepLine(before.line, { type: 'ticked', nowMs })
  const call = followLines({ ...before, line }, nowMs)
  const you = ownLeaf(call)
  if (you === undefined || !('epoch' in call.joining)) return [call, []]
  const { epoch } = call.joining
  const [grounded, gate] = checkGround(call, lostForMs(line, nowMs))
  const { publishing, members, heads, listens, agenda } = grounded
  const { n: microphone } = grounded.microphoneWord
  const company = grounded.company.own
  const said = { ...publishing, epoch, heads, listens, company, agenda, microphone }
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
  const [written, texts] = followWritten(grounded, nowMs)
  return [
    {
      ...written,
      heartbeat,
      duties,
      refreshedAtMs,
      unjoinable,
    },
    [...gate, ...beats, ...removals, ...refreshes, ...repairs, ...texts],
  ]
}

/** Sound goes out while the microphone is open and nothing is held back; others come in, on time or late, while one is in and the media server is reached. */
function followLines(call: Call, nowMs: number): Call {
  const isOut =
    isHeardOpen(call.microphone) && whyHeldBack(call.joining, call.members) === undefined
  const isIn = ownLeaf(call) !== undefined && call.line.mediaLostSinceMs === undefined
  return {
    ...call,
    soundSinceMs: isOut ? (call.soundSinceMs ?? nowMs) : undefined,
    receivingSinceMs: isIn ? (call.receivingSinceMs ?? nowMs) : undefined,
    soundWay: followWay(call.soundWay, call),
  }
}

/** A cough is not said at first, and nobody is asked anew whether they hear. */
function isHeardOpen(microphone: Call['microphone']): boolean {
  return microphone.phase === 'open' || (microphone.phase === 'coughing' && !microphone.isSaid)
}
