import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import type { Participant } from './kit/participant.ts'
import type { Stage } from './kit/stage.ts'
import { underAnotherKeyId } from './kit/keyIds.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

const REASONS = ['wrong-leaf', 'wrong-track', 'malformed', 'old-epoch', 'unknown-epoch']

attack(
  { number: 27, by: 'S' },
  'frames in the clear under her name are played by nobody, and are shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const [identity, name] = [ada.media.identity, ada.media.nameOf('camera')]
    const data = new TextEncoder().encode('I resign at once')
    const made = { identity, name, data, mimeType: 'video/VP8', isKeyFrame: true }

    stage.meanwhile = () => stage.path.send(made)
    await stage.shows(ben, { type: 'not-played', code: 'malformed' }, { withinMs: 3000 })
    stage.meanwhile = () => undefined
    ada.shows('her own picture')
    await stage.pass(100)

    expect(ben.heard).toEqual(['her own picture'])
  },
)

attack(
  { number: 29, by: 'S' },
  'her frames under another’s name are played by nobody, and are shown under that name',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const [identity, name] = [ben.media.identity, ben.media.nameOf('camera')]
    stage.path.bend = (frame, to) =>
      to.identity === cem.media.identity ? [{ ...frame, identity, name }] : [frame]

    stage.meanwhile = () => ada.shows('her picture')
    await stage.shows(cem, { type: 'not-played', code: 'wrong-leaf' }, { withinMs: 3000 })
    expect(cem.heard).toEqual([])
    stage.path.bend = (frame) => [frame]
    await stage.pass(100)

    expect(new Set(cem.media.played.map(({ leaf }) => leaf))).toEqual(new Set([ada.leaf]))
  },
)

attack(
  { number: 29, by: 'S' },
  'her camera under the name of her screen or of her microphone is not played, and is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const name = ada.media.nameOf('microphone')
    const mimeType = 'audio/opus'
    stage.path.bend = (frame) => [{ ...frame, name, mimeType }]

    stage.meanwhile = () => ada.shows('her picture')
    await stage.shows(ben, { type: 'not-played', kind: 'microphone' }, { withinMs: 3000 })
    expect(ben.heard).toEqual([])
    stage.path.bend = (frame) => [frame]
    await stage.pass(100)

    expect(new Set(ben.media.played.map(({ kind }) => kind))).toEqual(new Set(['camera']))
  },
)

attack(
  { number: 29, by: 'S' },
  'layers of her picture that the media server mixes are hers, and each frame is shown once; what it mixes in again is not shown, and that is said',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { pictures, kept } = await keptInLayers(stage, ada)
    const turned = mixedAndTurned(kept)
    stage.path.send(...turned)
    await stage.pass(100)
    const shown = ben.saw

    stage.meanwhile = () => stage.path.send(...turned.splice(0, 2))
    await stage.shows(ben, { type: 'not-played', code: 'replayed' }, { withinMs: 3000 })

    expect([shown.length, new Set(shown).size]).toEqual([pictures, pictures])
    expect([ben.saw, ben.doubts]).toEqual([shown, []])
    stage.meanwhile = () => undefined
    stage.path.bend = (frame) => [frame]
    ada.shows('all is well')
    await stage.pass(3000)
    expect([ben.saw.at(-1), ben.doubts]).toEqual(['all is well', []])
  },
)

attack(
  { number: 30, by: 'S' },
  'ten seconds of sound are heard once, however often they are sent, and the second time is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    await opensMicrophone(stage, ada)
    let syllables = 0
    stage.meanwhile = () => ada.says(`syllable ${++syllables}`)
    await stage.pass(10_000)
    const [before, recorded] = [[...ben.heard], [...stage.path.recorded]]

    stage.meanwhile = () => stage.path.send(...recorded.splice(0, 5))
    await stage.shows(ben, { type: 'not-played', code: 'replayed' }, { withinMs: 3000 })

    expect(before).toEqual(Array.from({ length: syllables }, (_, at) => `syllable ${at + 1}`))
    expect(ben.heard).toEqual(before)
    ada.says('and on')
    await stage.pass(100)
    expect(ben.heard.at(-1)).toBe('and on')
  },
)

attack(
  { number: 30, by: 'S' },
  'sound of an epoch that is over is played for three seconds and not after, and is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const kept: typeof stage.path.recorded = []
    stage.path.bend = (frame) => (kept.push(frame), [])
    stage.meanwhile = () => ada.shows('as it was')
    await stage.pass(2000)
    stage.path.bend = (frame) => [frame]
    stage.meanwhile = () => undefined
    const cem = await stage.enter(stage.person(1))
    await stage.areTogether(ada, ben, cem)
    await stage.pass(3000)

    stage.meanwhile = () => stage.path.send(...kept.splice(0, 1))
    await stage.shows(ben, { type: 'not-played', code: 'old-epoch' }, { withinMs: 3000 })

    expect([...ben.heard, ...cem.heard]).toEqual([])
    ada.shows('as it is')
    await stage.pass(100)
    expect([ben.heard, cem.heard]).toEqual([['as it is'], ['as it is']])
  },
)

attack(
  { number: 31, by: 'S with X' },
  'of all that was sealed since a member left nothing opens with the keys that it had',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    ada.shows('before')
    await stage.pass(500)
    const [stolen, before] = [await stealEpoch(cem.group), [...stage.path.recorded]]

    cem.leaves()
    await stage.shows(ada, { type: 'removed', because: 'left' }, { withinMs: 1000 })
    await stage.pass(250)
    stage.meanwhile = () => ada.shows('after')
    await stage.pass(1000)

    const after = stage.path.recorded.slice(before.length)
    expect([await opensWith(stolen, before), before.length]).toEqual([1, 1])
    expect(await opensWith(stolen, after)).toBe(0)
    expect([after.length > 10, ben.heard.at(-1)]).toEqual([true, 'after'])
  },
)

attack(
  { number: 31, by: 'S with M' },
  'of all that was sealed before a member came nothing opens with the keys that it has',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    stage.meanwhile = () => ada.shows('before')
    await stage.pass(500)
    const before = [...stage.path.recorded]
    stage.meanwhile = () => undefined
    const cem = await stage.enter(stage.person(1))
    await stage.areTogether(ada, ben, cem)
    ada.shows('after')
    await stage.pass(500)

    const stolen = await stealEpoch(cem.group)
    const after = stage.path.recorded.slice(before.length)
    expect(await opensWith(stolen, before)).toBe(0)
    expect(await opensWith(stolen, after)).toBe(1)
    expect([before.length > 5, cem.heard]).toEqual([true, ['after']])
  },
)

attack(
  { number: 32, by: 'S' },
  'frames under the key id of another leaf, track or epoch, or with a huge counter, are not played, and are shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    let turn = 0
    stage.path.bend = (frame) => [{ ...frame, data: underAnotherKeyId(frame.data, turn++) }]

    stage.meanwhile = () => ada.shows('her picture')
    await stage.shows(ben, { type: 'not-played', code: 'wrong-leaf' }, { withinMs: 8000 })
    await stage.pass(4000)
    const told = ben.notices.flatMap((one) => (one.type === 'not-played' ? [one.code] : []))
    expect(new Set(told)).toEqual(new Set(REASONS))
    expect(ben.heard).toEqual([])
    stage.path.bend = (frame) => [frame]
    await stage.pass(3000)

    expect(new Set(ben.heard)).toEqual(new Set(['her picture']))
  },
)

attack(
  { number: 33, by: 'S' },
  'a frame that is cut short, down to nothing, is not played, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    let at = 0
    stage.path.bend = (frame) => [{ ...frame, data: frame.data.slice(0, at++ % frame.data.length) }]

    stage.meanwhile = () => ada.shows('her picture')
    await stage.shows(ben, { type: 'not-played', code: 'malformed' }, { withinMs: 4000 })
    await stage.pass(4000)
    expect([at > 100, ben.heard]).toEqual([true, []])
    stage.path.bend = (frame) => [frame]
    await stage.pass(500)

    expect(new Set(ben.heard)).toEqual(new Set(['her picture']))
  },
)

attack(
  { number: 33, by: 'S' },
  'a frame with a bit turned in any of its bytes is not played, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    let at = 0
    stage.path.bend = (frame) => {
      const data = frame.data.slice()
      const byte = at++ % data.length
      data[byte] = (data[byte] ?? 0) ^ 1
      return [{ ...frame, data }]
    }

    stage.meanwhile = () => ada.shows('her picture')
    await stage.shows(ben, { type: 'not-played', code: 'not-authentic' }, { withinMs: 8000 })
    await stage.pass(8000)
    expect([at > 100, ben.heard]).toEqual([true, []])
    stage.path.bend = (frame) => [frame]
    await stage.pass(3000)

    expect(new Set(ben.heard)).toEqual(new Set(['her picture']))
  },
)

attack(
  { number: 36, by: 'S' },
  'whose sound reaches one of two is told by name who does not hear it',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    ada.pressesMicrophone()
    stage.meanwhile = () => ada.says('listen')
    await stage.pass(12_000)
    expect(ada.notices).toEqual([])

    stage.path.bend = (frame, to) => (to.identity === ben.media.identity ? [] : [frame])
    await stage.shows(ada, { type: 'not-heard-by', of: 2 }, { withinMs: 15_000 })
    expect([ada.notices[0], cem.heard.at(-1)]).toMatchObject([{ not: ['Person 0'] }, 'listen'])
    stage.path.bend = (frame) => [frame]

    await stage.until(() => ada.notices.length === 0, 8000)
  },
)

attack(
  { number: 36, by: 'S' },
  'a second of her sound that the media server leaves out is said to be a gap within two seconds, and so are all where it leaves out every other',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    await opensMicrophone(stage, ada)
    stage.stepMs = 20
    let [sent, isLeftOut] = [0, () => false]
    stage.path.bend = (frame) => (isLeftOut() ? [] : [frame])
    stage.meanwhile = () => ada.says(`syllable ${++sent}`)
    const flow = () => ben.flowOf(ada.person)
    await stage.pass(4000)
    expect([flow(), ben.heard.length]).toEqual(['flowing', sent])

    const from = sent
    isLeftOut = () => sent < from + 50
    await stage.pass(1000)
    stage.shownMs = await stage.until(() => flow() === 'sound-broken', 2000)
    await stage.until(() => flow() === 'flowing', 6000)

    isLeftOut = () => Math.floor(sent / 50) % 2 === 0
    await stage.until(() => flow() === 'sound-broken', 3000)
    const said = await eachSecond(stage, 10, flow)
    isLeftOut = () => false

    expect(said).toEqual(new Set(['sound-broken']))
    await stage.until(() => flow() === 'flowing', 7000)
  },
)

/** Somebody opens their microphone, and the others have word of it. */
async function opensMicrophone(stage: Stage, somebody: Participant): Promise<void> {
  somebody.pressesMicrophone()
  await stage.pass(300)
}

/** Somebody’s pictures of three seconds, each in three layers: the media server keeps all of them, and lets none through. */
async function keptInLayers(stage: Stage, somebody: Participant) {
  let pictures = 0
  const kept: typeof stage.path.recorded = []
  stage.path.bend = (frame) => (kept.push(frame), [])
  stage.meanwhile = () => {
    pictures++
    for (const layer of ['small', 'middle', 'large']) somebody.shows(`${layer} ${pictures}`)
  }
  await stage.pass(3000)
  stage.meanwhile = () => undefined
  return { pictures, kept }
}

/** What is so at the end of each of so many seconds. */
async function eachSecond<T>(stage: Stage, seconds: number, look: () => T): Promise<Set<T>> {
  const seen = new Set<T>()
  for (let second = 0; second < seconds; second++) {
    // oxlint-disable-next-line no-await-in-loop -- second after second
    await stage.pass(1000)
    seen.add(look())
  }
  return seen
}

/** Of each picture another of its three layers, and those out of their order. */
function mixedAndTurned<T>(frames: readonly T[]): T[] {
  const mixed = frames.filter((_, at) => at % 3 === Math.floor(at / 3) % 3)
  return mixed.toSorted((a, b) => (frames.indexOf(a) % 7) - (frames.indexOf(b) % 7))
}
