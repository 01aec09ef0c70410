import type { Bytes } from '@parley/protocol'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { adaAndBen } from '../testing/adaAndBen.ts'
import { nameOf, picture, recordingSide, sound, START, vp8 } from '../testing/recordingSide.ts'

const utf8 = (text: string): Bytes => new TextEncoder().encode(text)
const VP8 = { mimeType: 'video/vp8' }

/** In the tests, parts with odd numbers are. */
const isOpen = (part: number) => part % 2 === 1

/** Ben records what he hears of Ada. */
async function benRecords() {
  const { clock, ada, ben } = await adaAndBen()
  const tape = await recordingSide(ben, clock)
  tape.list(sound(0, 7))
  const say = async (text: string) => ben.open(await ada.seal({ data: utf8(text) }))
  return { clock, ada, ben, tape, say }
}

/** Ada records her own camera, of which two layers are sent. */
async function adaRecordsHerself() {
  const { clock, ada } = await adaAndBen()
  const tape = await recordingSide(ada, clock)
  tape.list(picture(undefined, 7))
  tape.allow()
  const send = async (name: string, source: number, lines?: number) => {
    const isKeyFrame = lines !== undefined
    const stamp = () => ({ rtp: undefined, source })
    const data = vp8(name, isKeyFrame ? { lines } : {})
    await ada.seal({ ...VP8, data, isKeyFrame, stamp })
  }
  return { clock, tape, send }
}

test('what opened here is recorded as its encoder made it, with the time at which it came (R91)', async () => {
  const { clock, tape, say } = await benRecords()
  tape.allow()

  await say('one')
  await clock.move(20)
  await say('two')
  await clock.move(500)

  const { frames, recording } = await tape.read()
  expect(frames.map(nameOf)).toEqual(['one', 'two'])
  expect(frames.map(({ atMs }) => atMs - START)).toEqual([0, 20])
  expect(recording.spans).toEqual([{ part: 1, from: START, to: START + 20 }])
  expect(recording.tracks).toMatchObject([{ kind: 'sound', codec: 'opus', of: 'microphone' }])
})

test('nothing is recorded before it was allowed, nor of a track that is not listed, nor of another codec (R90)', async () => {
  const { clock, ben, ada, tape, say } = await benRecords()

  await say('before')
  tape.allow()
  tape.list(sound(0, 8))
  await say('not listed')
  tape.list(picture(0, 7))
  await say('no picture')
  tape.list(sound(0, 7))
  await ben.open(await ada.seal({ data: utf8('of another codec'), mimeType: 'video/vp9' }), {
    mimeType: 'video/vp9',
  })
  await clock.move(1000)

  expect((await tape.read()).frames).toEqual([])
})

test('a frame that is not authentic, and one that is played a second time, are recorded as little as they are played (R90)', async () => {
  const { clock, ada, ben, tape } = await benRecords()
  tape.allow()
  const sealed = (await ada.seal({ data: utf8('true') })) as Bytes
  const forged = sealed.slice()
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1

  await ben.open(forged)
  await ben.open(sealed)
  await ben.open(sealed)
  await clock.move(1000)

  expect((await tape.read()).frames.map(nameOf)).toEqual(['true'])
})

test('of a closed microphone nothing is recorded, not even at the device it belongs to (R90)', async () => {
  const { clock, ada } = await adaAndBen({ isMicrophone: true })
  const tape = await recordingSide(ada, clock)
  tape.list(sound(undefined, 7))
  tape.allow()

  await ada.seal({ data: utf8('closed') })
  ada.engine.handle({ do: 'open-gate', ask: 1, track: 7 as never })
  await ada.seal({ data: utf8('open') })
  ada.engine.handle({ do: 'close-gate', ask: 2, track: 7 as never })
  await ada.seal({ data: utf8('closed again') })
  await clock.move(1000)

  expect((await tape.read()).frames.map(nameOf)).toEqual(['open'])
})

test('the part closes: not one frame more, and what came since it closed elsewhere is on no disk (R90)', async () => {
  const { clock, tape, say } = await benRecords()
  tape.allow()
  for (let at = 0; at < 40; at++) {
    await say(`open ${at}`)
    await clock.move(50)
  }
  const closedAtMs = START + clock.nowMs()
  for (let at = 0; at < 40; at++) {
    await say(`secret ${at}`)
    await clock.move(50)
  }
  tape.recorder.handle({ do: 'close', takeBackFromMs: closedAtMs })
  await say('secret 40')
  await clock.move(2000)

  const { frames, recording } = await tape.read()
  expect(frames.map(nameOf).filter((name) => name.startsWith('secret'))).toEqual([])
  expect(frames.length).toBeGreaterThanOrEqual(30)
  expect(frames.map(nameOf)).toEqual(frames.map((_, at) => `open ${at}`))
  expect(recording.lost).toEqual({ damaged: 0, missing: 0, tornBytes: 0 })
  expect(tape.reports.at(-1)).toEqual({ type: 'closed', bytes: tape.disk.bytes.length })
})

test('of a piece that is being made what came before the part closed is kept, and the rest is never written (R90)', async () => {
  const { clock, tape, say } = await benRecords()
  tape.allow()
  await say('open')
  await clock.move(100)
  await say('secret')
  tape.recorder.handle({ do: 'close', takeBackFromMs: START + 50 })

  const { frames, recording } = await tape.read()
  expect(frames.map(nameOf)).toEqual(['open'])
  expect(recording.lost.missing).toBe(0)
  expect(tape.disk.cuts).toBe(0)
})

test('open and closed parts in any order and length: each frame of an open one is there, and none of a closed one (R90)', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('say' as const), count: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ do: fc.constant('move' as const), part: fc.integer({ min: 1, max: 4 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { clock, tape, say } = await benRecords()
      const wanted: string[] = []
      let [part, said] = [2, 0]
      for (const one of steps) {
        if (one.do === 'wait') await clock.move(one.ms)
        if (one.do === 'move') {
          part = one.part
          if (isOpen(part)) tape.allow(part)
          else tape.recorder.handle({ do: 'close', takeBackFromMs: START + clock.nowMs() + 1 })
        }
        for (let at = 0; one.do === 'say' && at < one.count; at++) {
          const name = `${part}: ${said++}`
          if (isOpen(part)) wanted.push(name)
          await say(name)
        }
      }
      tape.recorder.handle({ do: 'end' })
      expect((await tape.read()).frames.map(nameOf)).toEqual(wanted)
    }),
    { numRuns: 40 },
  )
})

test('a page that does not say again that the part is open is recorded for no longer (R90)', async () => {
  const { clock, tape, say } = await benRecords()
  tape.allow(1, 2000)

  await say('said')
  await clock.move(1999)
  await say('still')
  await clock.move(1)
  await say('hung')
  await clock.move(1000)
  tape.allow(1, 2000)
  await say('back')
  await clock.move(1000)

  const { frames, recording } = await tape.read()
  expect(frames.map(nameOf)).toEqual(['said', 'still', 'back'])
  expect(recording.spans).toHaveLength(2)
})

test('a picture begins with a key frame, which is asked for until it comes', async () => {
  const { clock, ada, ben, tape } = await benRecords()
  tape.list(picture(0, 7))
  tape.allow()
  const show = async (name: string, isKeyFrame: boolean) => {
    const data = vp8(name, isKeyFrame ? { lines: 720 } : {})
    const of = { ...VP8, isKeyFrame }
    await ben.open(await ada.seal({ ...of, data }), of)
  }

  await show('delta of before', false)
  await clock.move(500)
  await show('another', false)
  await clock.move(500)
  await show('a third', false)
  await show('key', true)
  await show('delta', false)
  await clock.move(1000)

  const { frames, recording } = await tape.read()
  expect(tape.asked).toMatchObject([
    { leaf: 0, track: 7 },
    { leaf: 0, track: 7 },
  ])
  expect(frames.map((frame) => [nameOf(frame), frame.isKey])).toEqual([
    ['key', true],
    ['delta', false],
  ])
  expect(recording.keyFrameBefore(2, START + 1000)).toBe(START + 1000)
})

test('of one’s own picture one layer is recorded: the largest, and another once that has ended', async () => {
  const { clock, tape, send } = await adaRecordsHerself()

  await send('small key', 1, 180)
  await send('large key', 2, 720)
  await send('small', 1)
  await send('large', 2)
  await send('small key again', 1, 180)
  await clock.move(1600)
  await send('small after the large has ended', 1)
  await send('small key at last', 1, 180)
  await send('small at last', 1)
  await clock.move(1000)

  expect((await tape.read()).frames.map(nameOf)).toEqual([
    'small key',
    'large key',
    'large',
    'small key at last',
    'small at last',
  ])
})

test('a disk that is full ends the recording and says so, what lies on it stays, and the call goes on (R92)', async () => {
  const { clock, tape, say } = await benRecords()
  tape.allow()
  await say('one')
  await clock.move(500)
  tape.disk.roomFor = tape.disk.bytes.length + 50
  await say('two')
  await clock.move(500)

  expect(tape.reports.at(-1)).toEqual({ type: 'failed', why: 'no-space' })
  expect(await say('three')).toEqual(utf8('three'))
  await clock.move(500)
  expect((await tape.read()).frames.map(nameOf)).toEqual(['one'])
})

test('what is recorded is cut into pieces of half a second, and nothing of it can be read beside them', async () => {
  const { clock, tape, say } = await benRecords()
  tape.allow()
  for (let at = 0; at < 30; at++) {
    await say(`spoken ${at}`)
    await clock.move(50)
  }

  const written = tape.reports.filter(({ type }) => type === 'written')
  expect(written.length).toBeGreaterThanOrEqual(2)
  expect(new TextDecoder('latin1').decode(tape.disk.bytes)).not.toContain('spoken')
})

test('a tap that fails is taken off, and holds up no frame', async () => {
  const { ada, ben } = await adaAndBen()
  ben.engine.tap = ada.engine.tap = () => {
    throw new Error('planted')
  }

  const sealed = await ada.seal({ data: utf8('one') })
  expect(await ben.open(sealed)).toEqual(utf8('one'))
  expect([ada.engine.tap, ben.engine.tap]).toEqual([undefined, undefined])
})
