import type { LoggedCommit } from '@parley/group'
import { writeNote } from '@parley/group/making'
import { forgedCommit, withoutPathSecret } from '@parley/testkit/evil'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { copyOf } from './kit/evilMember.ts'
import type { Stage } from './kit/stage.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

attack(
  { number: 24, by: 'M' },
  'a removal without a path takes nobody out, and is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()
    const removed = [cem.leaf]

    const note = writeNote({ [cem.leaf]: 'silent' })
    const { opened } = await forgedCommit(ben.group, { removed, hasPath: false, note })
    await stage.staged.put(opened)
    await stage.shows(ada, { type: 'refused', code: 'not-allowed' }, { withinMs: 1000 })

    expect([await ada.place(), ada.company]).toEqual([place, 3])
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 24, by: 'S with X' },
  'who was taken out computes no key of what follows from all that it had',
  async (stage) => {
    const [ada, ben, xan] = await stage.together(0, 2, 1)
    const old = copyOf(xan.group)
    await stage.staged.withdraw(xan.person)
    await stage.shows(ada, { type: 'removed', because: 'withdrawn' }, { withinMs: 2000 })
    await stage.areTogether(ada, ben)
    const guessed = await withoutPathSecret(old, await removalIn(stage))

    stage.meanwhile = () => ada.shows('a picture')
    await stage.pass(1000)

    const { recorded } = stage.path
    expect([await opensWith(await stealEpoch(guessed), recorded), recorded.length > 10]).toEqual([
      0,
      true,
    ])
    expect(ben.heard.at(-1)).toBe('a picture')
  },
)

attack(
  { number: 24, by: 'S with X' },
  'whoever is left alone sends nothing, for who was taken out has the key, and sends again beside the next',
  async (stage) => {
    const [ada, xan] = await stage.together(0, 2)
    const old = copyOf(xan.group)
    await stage.staged.withdraw(xan.person)
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ada, { type: 'alone' }, { withinMs: 2000 })
    const before = stage.path.recorded.length
    const stolen = await stealEpoch(await withoutPathSecret(old, await removalIn(stage)))
    expect(`${stolen.epoch} ${stolen.baseKey.toHex()}`).toBe(await ada.place())
    ada.writes('To nobody')
    await stage.pass(5000)
    expect([stage.path.recorded.length, ada.wrote]).toEqual([before, ['To nobody: sending']])

    const cem = await stage.enter(stage.person(1))
    await stage.areTogether(ada, cem)
    await stage.pass(1000)
    expect(await opensWith(stolen, stage.path.recorded.slice(before))).toBe(0)
    expect([cem.heard.at(-1), cem.read.length]).toEqual(['a picture', 1])
  },
)

/** The newest commit in the log. */
async function removalIn(stage: Stage): Promise<LoggedCommit> {
  const newest = (await stage.read()).findLast((one) => one?.kind === 'commit')
  if (newest?.kind !== 'commit') throw new Error('Somebody was taken out')
  return newest
}
