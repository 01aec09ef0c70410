import type { Call } from '@parley/call'
import type { TrackToRecord } from '@parley/sframe/recorder'
import type { CallFacts, Person } from '../callFacts.ts'

/**
 * What is recorded: pictures and sound of everybody who is agreed, oneself among them, as they announced them.
 * A microphone that is open for one person's ears is not, nor one that is not played here. That of an interpreter
 * is listed while it is open alone: before, nobody knows into which language.
 */
export function tracksToRecord(
  call: Call,
  { people, you }: Pick<CallFacts, 'people' | 'you'>,
): readonly TrackToRecord[] {
  return people.flatMap((person) => {
    if (person.standing !== 'agreed') return []
    const member = call.members.get(person.leaf)
    const announced = person.isYou ? call.publishing.tracks : (member?.heard?.tracks ?? [])
    const leaf = person.isYou ? undefined : person.leaf
    return announced.flatMap(({ number: track, kind: of }): TrackToRecord[] => {
      const listed = { leaf, track, seat: person.seat, of }
      if (of !== 'microphone') return [listed]
      const heard = person.isYou ? ownVoice(you) : voiceOf(person, member)
      return heard ? [{ ...listed, ...heard }] : []
    })
  })
}

type Heard = { into?: string }

function ownVoice({ microphone, role }: CallFacts['you']): Heard | undefined {
  const aim = 'by' in microphone ? undefined : microphone.aim
  if (aim?.to !== undefined) return undefined
  if (role === 'interpreter' && microphone.phase !== 'open') return undefined
  return aim?.into === undefined ? {} : { into: aim.into }
}

function voiceOf(
  { role, microphone, into }: Person,
  member: { microphone: object } | undefined,
): Heard | undefined {
  const isOpen = microphone === 'open'
  const isKept = member !== undefined && !isOpen && isAimed(member.microphone)
  if (isKept || (role === 'interpreter' && !isOpen)) return undefined
  return into === undefined ? {} : { into }
}

/** It is open, and not for here. */
function isAimed(microphone: object): boolean {
  return 'track' in microphone || 'whispersTo' in microphone
}
