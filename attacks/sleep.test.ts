import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { Sleeper } from './kit/sleeper.ts'

/** In so long each member has made a new key: ten minutes, and a fifth more at most. */
const ASLEEP_MS = 12.5 * 60_000

attack(
  { number: 45, by: 'a fault' },
  'a device that slept for more than ten minutes, past its removal and new keys of all, says that it joins again, and nothing that it sends before is played',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const sleeper = new Sleeper(stage.staged.clock)
    const cem = await stage.enter(stage.person(1), { clock: sleeper })
    await stage.areTogether(ada, ben, cem)
    const [asItFellAsleep, withheld] = [await cem.place(), cem.line.withhold()]
    stage.path.bend = (frame, to) => (to.identity === cem.media.identity ? [] : [frame])
    sleeper.sleep()

    stage.stepMs = 500
    const because = { type: 'removed', name: 'Person 1', because: 'silent' } as const
    await stage.shows(ada, because, { withinMs: 45_000 })
    const outAtMs = stage.shownMs
    await stage.pass(ASLEEP_MS)
    expect([cem.company, await cem.place()]).toEqual([3, asItFellAsleep])
    const [epoch] = (await ada.place()).split(' ')
    const [old] = asItFellAsleep.split(' ')
    expect(Number(epoch)).toBeGreaterThanOrEqual(Number(old) + 3)

    stage.stepMs = 50
    stage.path.bend = (frame) => [frame]
    sleeper.wake()
    cem.shows('as it wakes')
    await stage.pass(100)
    withheld.release()
    await stage.shows(cem, { type: 'joining' }, { withinMs: 5000 })
    await stage.areTogether(ada, ben, cem)
    stage.shownMs = outAtMs

    stage.meanwhile = () => (ada.shows('of hers'), cem.shows('of his'))
    await stage.pass(500)
    expect([cem.heard.at(-1), new Set(ben.heard)]).toEqual([
      'of hers',
      new Set(['of hers', 'of his']),
    ])
  },
)
