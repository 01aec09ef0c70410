import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import type { Participant } from './kit/participant.ts'
import { Sleeper } from './kit/sleeper.ts'
import type { Stage } from './kit/stage.ts'

/** In so long each member has made a new key: ten minutes, and a fifth more at most. */
const ASLEEP_MS = 12.5 * 60_000

const OUT = { type: 'removed', name: 'Person 1', because: 'silent' } as const

attack(
  { number: 45, by: 'a fault' },
  'a device that slept for more than ten minutes, past its removal and new keys of all, says that it joins again, and nothing that it sends before is played',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const sleeper = new Sleeper(stage.staged.clock)
    const cem = await stage.enter(stage.person(1), { clock: sleeper })
    await stage.areTogether(ada, ben, cem)
    const [asItFellAsleep, wakes] = [await cem.place(), fallsAsleep(stage, { cem, sleeper })]
    await stage.shows(ada, OUT, { withinMs: 45_000 })
    const outAtMs = stage.shownMs
    await stage.pass(ASLEEP_MS)
    expect([cem.company, await cem.place()]).toEqual([3, asItFellAsleep])
    expect(epochIn(await ada.place())).toBeGreaterThanOrEqual(epochIn(asItFellAsleep) + 3)

    await wakes('as it wakes')
    await stage.shows(cem, { type: 'joining' }, { withinMs: 5000 })
    await stage.areTogether(ada, ben, cem)
    stage.shownMs = outAtMs

    stage.meanwhile = () => (ada.shows('of hers'), cem.shows('of his'))
    await stage.pass(500)
    expect(cem.heard.at(-1)).toBe('of hers')
    expect(new Set(ben.heard)).toEqual(new Set(['of hers', 'of his']))
  },
)

/** Its clock stands, and nothing reaches it; gives what wakes it, upon which it shows that before it is told anything. */
function fallsAsleep(
  stage: Stage,
  { cem, sleeper }: { cem: Participant; sleeper: Sleeper },
): (words: string) => Promise<void> {
  const withheld = cem.line.withhold()
  stage.path.bend = (frame, to) => (to.identity === cem.media.identity ? [] : [frame])
  sleeper.sleep()
  stage.stepMs = 500
  return async (words) => {
    stage.stepMs = 50
    stage.path.bend = (frame) => [frame]
    sleeper.wake()
    cem.shows(words)
    await stage.pass(100)
    withheld.release()
  }
}

function epochIn(place: string): number {
  return Number(place.split(' ')[0])
}
