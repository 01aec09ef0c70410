import { PLENARY } from '@parley/protocol'
import { settled } from '@parley/testkit/evil'
import { expect, vi } from 'vitest'
import { encodeKeyId } from '../packages/sframe/src/keyId.ts'
import { attack } from './kit/attack.ts'
import type { Participant } from './kit/participant.ts'
import { grind, groupsAlike } from './kit/grind.ts'
import { underKeyId } from './kit/keyIds.ts'
import { SILENT_WITHIN_MS } from './kit/stage.ts'
import { opensWith, sealedUnder, stealEpoch } from './kit/thief.ts'
import { frameUnderTwoKeys } from './kit/twoKeys.ts'

attack(
  { number: 32, by: 'S with X' },
  'a frame under the present key id and the key of an earlier epoch, as after 256 more, is not played, and is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const old = await stealEpoch(cem.group)
    cem.leaves()
    await stage.until(() => ada.company === 2, 5000)
    await stage.areTogether(ada, ben)
    const { epoch } = await stealEpoch(ada.group)
    const kid = encodeKeyId({ track: ada.media.numberOf('camera'), leaf: ada.leaf }, epoch)
    let ctr = 5000

    const forge = async () => sealedUnder(old.baseKey, { kid, ctr: ctr++, words: 'I resign' })
    const made = await Promise.all(Array.from({ length: 60 }, forge))
    stage.meanwhile = () =>
      stage.path.send(...made.splice(0, 1).map((data) => ada.media.carried('camera', data)))
    await stage.shows(ben, { type: 'not-played', code: 'not-authentic' }, { withinMs: 3000 })
    ada.shows('as it is')
    await stage.pass(100)
    expect(ben.heard).toEqual(['as it is'])
  },
)

attack(
  { number: 32, by: 'S' },
  'ten thousand frames under key ids that nobody has cost no key and are not opened, and are shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    ada.shows('her picture')
    await stage.pass(500)
    const [frame] = stage.path.recorded
    if (!frame) throw new Error('It went out')
    const made = () => ({
      ...frame,
      data: underKeyId(frame.data, Math.floor(Math.random() * 2 ** 30)),
    })
    const derive = vi.spyOn(crypto.subtle, 'deriveKey')
    const open = vi.spyOn(crypto.subtle, 'decrypt')

    stage.meanwhile = () => stage.path.send(...Array.from({ length: 200 }, made))
    await stage.shows(ben, { type: 'not-played', code: 'wrong-leaf' }, { withinMs: 3000 })
    expect([derive.mock.calls.length, open.mock.calls.length < 50]).toEqual([0, true])
    stage.meanwhile = () => ada.shows('and on')
    await stage.pass(3000)

    expect(new Set(ben.heard)).toEqual(new Set(['her picture', 'and on']))
  },
)

attack(
  { number: 32, by: 'S' },
  'frames of a leaf that left are not played as those of whoever has its index now, and are shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const { leaf } = cem
    const kept: typeof stage.path.recorded = []
    stage.path.bend = (frame) => (kept.push(frame), [])
    stage.meanwhile = () => cem.shows('as it was')
    await stage.pass(3000)
    stage.path.bend = (frame) => [frame]
    stage.meanwhile = () => undefined
    cem.leaves()
    await stage.until(() => ada.company === 2, 1000)
    const dan = await stage.enter(stage.person(3))
    await stage.areTogether(ada, ben, dan)
    expect([dan.leaf, dan.media.numberOf('camera')]).toEqual([leaf, cem.media.numberOf('camera')])

    const asDans = ({ data }: (typeof kept)[number]) => dan.media.carried('camera', data)
    stage.meanwhile = () => stage.path.send(...kept.splice(0, 1).map(asDans))
    await stage.shows(ben, { type: 'not-played', code: 'not-in-epoch' }, { withinMs: 3000 })
    stage.meanwhile = () => dan.shows('as it is')
    await stage.pass(1000)
    expect(new Set(ben.heard)).toEqual(new Set(['as it is']))
    expect(ben.heard.length).toBeGreaterThan(15)
  },
)

attack(
  { number: 37, by: 'S with M' },
  'a frame that opens under two keys is played as the one that it names says, by nobody as the other, and is shown to whoever lacks that key',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const before = await stealEpoch(cem.group)
    const dan = await stage.enter(stage.person(3))
    await stage.areTogether(ada, ben, cem, dan)
    const after = await stealEpoch(cem.group)
    const made = await underBoth(cem, { before, after })
    const [one] = made
    const opens = async (key: Stolen) => one && opensWith(key, [one])
    expect([await opens(before), await opens(after)]).toEqual([1, 1])

    stage.meanwhile = () => stage.path.send(...made.splice(0, 1))
    await stage.shows(dan, { type: 'not-played', code: 'old-epoch' }, { withinMs: 3000 })
    expect([ada.heard.join().includes('we agree'), dan.heard]).toEqual([true, []])
    expect([...ada.heard, ...ben.heard].join()).not.toContain('we refuse')
    stage.meanwhile = () => undefined
    cem.shows('as it is')
    await stage.pass(3500)
    expect(dan.heard).toEqual(['as it is'])
  },
)

attack(
  { number: 40, by: 'S with M' },
  'a committer that tries two hundred commits to give two halves one code gets no further than chance, and the others are shown as silent',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const evil = await stage.intrude(stage.person(1))
    await settled()
    stage.server.fork(ben.line)
    await stage.refreshes(evil)

    const how = { wanted: await ada.code(), heads: ben.headsHash, times: 200 }
    const { opened } = await grind(evil, how)
    await stage.staged.put(opened, ben.line)
    await stage.showsBeside(ada, [ben.person, 'silent'], { withinMs: SILENT_WITHIN_MS })

    expect(await ben.place()).not.toBe(await ada.place())
    expect(groupsAlike(await ben.code(), await ada.code())).toBeLessThan(2)
    stage.server.heal(PLENARY)
    await stage.until(() => ada.company === 2 && ben.company === 2, 50_000)
    await stage.areTogether(ada, ben)
  },
)

type Stolen = Awaited<ReturnType<typeof stealEpoch>>

/** Sixty frames of a camera that say one thing under the key of one epoch, by whose name they go, and another under the next. */
async function underBoth(
  { media, leaf }: Participant,
  { before, after }: { before: Stolen; after: Stolen },
) {
  const said = [
    { ...before, words: 'we agree' },
    { ...after, words: 'we refuse' },
  ] as const
  const kid = encodeKeyId({ track: media.numberOf('camera'), leaf }, before.epoch)
  const frames = await Promise.all(
    Array.from({ length: 60 }, (_, n) => frameUnderTwoKeys({ kid, ctr: 5000 + n }, said)),
  )
  return frames.map((data) => media.carried('camera', data))
}
