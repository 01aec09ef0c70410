import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

attack(
  { number: 50, by: 'S with X' },
  'from whom the server keeps a withdrawal hears of it in the room, and sends nothing beside who was withdrawn',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const gone = stage.person(1)
    await stage.staged.withdraw(gone)
    const dan = await stage.enter(stage.person(3), (line) => {
      line.bend = (message) =>
        message.type === 'document' && message.kind.startsWith('withdrawal') ? [] : [message]
    })
    await stage.areTogether(ada, ben, dan)
    const before = stage.path.recorded.length

    const again = await stage.intrude(gone)
    stage.meanwhile = () => dan.shows('a picture')
    await stage.shows(dan, { type: 'held', code: 'withdrawn' }, { withinMs: 1000 })
    await stage.areTogether(ada, ben, dan)

    const since = stage.path.recorded.slice(before)
    expect(await opensWith(await stealEpoch(again), since)).toBe(0)
  },
)

attack(
  { number: 53, by: 'S with X' },
  'of a withdrawal that one member is told all hear at once, and who was told sends it nothing more',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const stolen = await stealEpoch(cem.group)
    await stage.pass(500)
    const before = stage.path.recorded.length

    await stage.staged.withdraw(cem.person, [ada.line])
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ben, { type: 'removed', because: 'withdrawn' }, { withinMs: 2000 })
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    const since = stage.path.recorded.slice(before)
    expect([await opensWith(stolen, since), since.length > 10]).toEqual([0, true])
    expect(ben.heard.at(-1)).toBe('a picture')
    expect(cem.heard).toEqual([])
  },
)
