import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { Outrunner } from './kit/outrunner.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

const DAY_MS = 24 * 3_600_000

attack(
  { number: 42, by: 'nobody' },
  'whose own clock is days ahead sends nothing, takes nobody out, and is told that it is its own seat; the others see none of it',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { clock } = stage.staged
    const ahead = { ...clock, nowMs: () => clock.nowMs() + 3 * DAY_MS }
    const cem = await stage.enter(stage.person(1), { clock: ahead })

    await stage.shows(cem, { type: 'held', code: 'expired', isYou: true }, { withinMs: 2000 })
    stage.meanwhile = () => (ada.shows('a picture'), cem.shows('of mine'))
    await stage.pass(40_000)
    expect([ada.company, ada.notices, ben.notices]).toEqual([3, [], []])
    expect(new Set(ben.heard)).toEqual(new Set(['a picture']))

    await stage.areTogether(ada, ben, await stage.enter(cem.person))
  },
)

attack(
  { number: 48, by: 'M' },
  'a removal that the lowest leaf leaves undone another makes, and nothing goes to whom it is for',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const stolen = await stealEpoch(cem.group)
    ada.line.lie = (asked) => (asked.type === 'append' && asked.commit ? { number: 0 } : undefined)
    await stage.pass(500)
    const before = stage.path.recorded.length

    await stage.staged.withdraw(cem.person)
    stage.meanwhile = () => ben.shows('a picture')
    await stage.shows(ada, { type: 'removed', because: 'withdrawn' }, { withinMs: 2000 })
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    const since = stage.path.recorded.slice(before)
    expect([await opensWith(stolen, since), since.length > 10, cem.heard]).toEqual([0, true, []])
  },
)

attack(
  { number: 48, by: 'S with M' },
  'while a member outruns a removal with refreshes nothing goes to whom it is for, and why is shown until it succeeds',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const outrunner = new Outrunner(stage.staged, await stage.intrude(stage.person(3)))
    await outrunner.isReady()
    for (const { line } of [ada, ben]) line.lie = outrunner.overtake
    await stage.pass(500)
    const before = stage.path.recorded.length

    await stage.staged.withdraw(cem.person)
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ben, { type: 'held', code: 'withdrawn' }, { withinMs: 1000 })
    await stage.until(() => outrunner.times >= 4, 20_000)
    expect([stage.path.recorded.length - before, cem.heard]).toEqual([0, []])
    outrunner.stop()

    await stage.until(() => ada.company === 3 && ben.company === 3, 5000)
    await stage.pass(500)
    expect([ben.heard.at(-1), cem.heard]).toEqual(['a picture', []])
  },
)
