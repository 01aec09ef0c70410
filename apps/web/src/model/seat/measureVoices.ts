import type { SeatId } from '@parley/protocol'
import { effect, type ReadonlySignal } from '@preact/signals-core'
import { SoundLevels } from '../../adapters/soundLevel.ts'
import type { CallFacts, Person } from '../callFacts.ts'

/** Whose microphone is open, and how loud it is here after opening. */
export function measureVoices(
  facts: ReadonlySignal<CallFacts>,
  levels: { value: ReadonlyMap<SeatId, number> },
): Disposable {
  const parts = new DisposableStack()
  const speaking = () => facts.peek().people.filter(({ microphone }) => microphone === 'open')
  const meter = parts.use(
    new SoundLevels((measured) => {
      levels.value = new Map(
        speaking().map((person) => [
          person.seat,
          Math.max(
            -Infinity,
            ...measuredOf(person, facts.peek()).map((track) => measured.get(track) ?? -Infinity),
          ),
        ]),
      )
    }),
  )
  parts.defer(
    effect(() => {
      const now = facts.value
      const open = now.people.filter(({ microphone }) => microphone === 'open')
      meter.measure(open.flatMap((person) => measuredOf(person, now)))
    }),
  )
  return parts
}

/** What is measured of somebody: what comes of them, and of oneself what goes out. */
function measuredOf(
  { isYou, audio, interpretation }: Person,
  { you: { voice } }: CallFacts,
): readonly MediaStreamTrack[] {
  return [...audio, interpretation, isYou ? voice : undefined].filter((one) => one !== undefined)
}
