import type { Call } from './callState.ts'
import { stepFlows, type FlowEvent } from './flow.ts'
import { addIncidents, type CallTrouble } from './incidents.ts'
import { kindIn, type Members } from './members.ts'
import { stepNotPlayed } from './notPlayed.ts'
import type { TrackAccount } from './ports/media.ts'

/** What came in, and what came and was not played. */
export function takeAccount(call: Call, event: FlowEvent & { type: 'frames-accounted' }): Call {
  const { members } = call
  const kindOf = kindIn(members)
  const [keptFrames, notPlayed] = stepNotPlayed(
    call.keptFrames,
    event.received.filter((account) => !isWhispered(account, members)),
  )
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

/** What somebody whispers to another is for that leaf, and is missed by nobody. */
function isWhispered({ leaf }: TrackAccount, members: Members): boolean {
  const microphone = members.get(leaf)?.microphone
  return microphone !== undefined && 'whispersTo' in microphone
}
