import type { Call } from './callState.ts'
import { stepFlows, type FlowEvent } from './flow.ts'
import { addIncidents, type CallTrouble } from './incidents.ts'
import { kindIn } from './members.ts'
import { stepNotPlayed } from './notPlayed.ts'

/** What came in, and what came and was not played. */
export function takeAccount(call: Call, event: FlowEvent & { type: 'frames-accounted' }): Call {
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
