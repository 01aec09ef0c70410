import { doubtsOf, type Call, type CallIncident } from '@parley/call'
import type { CallFacts, Incident, NotPlayedCode } from '../callFacts.ts'

/** What is wrong with the voices of one's own side's room is told with what is wrong in the call. */
export function withCaucus(facts: CallFacts, caucus: Call | undefined): CallFacts {
  if (!caucus) return facts
  const { doubts, members, incidents } = caucus
  const { nowMs } = facts
  const doubted = new Map(
    [...members.values()].map((one) => [one.seat, doubtsOf(one, { doubts, nowMs })]),
  )
  return {
    ...facts,
    people: facts.people.map((person) =>
      person.isYou
        ? person
        : { ...person, doubts: { ...person.doubts, ...doubted.get(person.seat) } },
    ),
    incidents: [...facts.incidents, ...incidents.flatMap(ofFrames)],
  }
}

function ofFrames(incident: CallIncident): readonly Incident[] {
  if (incident.type === 'foreign') return [incident]
  if (incident.type !== 'not-played') return []
  return [{ ...incident, code: incident.code as NotPlayedCode }]
}
