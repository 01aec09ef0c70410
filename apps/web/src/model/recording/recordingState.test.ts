import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  RECORDS_NOTHING,
  stepRecording,
  type RecordingEffect,
  type RecordingEvent,
  type RecordingGround,
  type RecordingState,
} from './recordingState.ts'

const NOW = 1_790_000_000_000
/** When somebody asked to leave the open part, which all have agreed to by now. */
const LEFT = NOW - 90_000
const GROUND: RecordingGround = {
  isAgreed: true,
  openPart: 1,
  openUntilMs: () => undefined,
  isInTouch: true,
  heardAtMs: NOW - 1000,
  nowMs: NOW,
}

const on: RecordingEvent = { type: 'switched', isOn: true }
const off: RecordingEvent = { type: 'switched', isOn: false }
const made: RecordingEvent = { type: 'file-made' }
const said: RecordingEvent = { type: 'announced', part: 1 }
const followed = (ground: Partial<RecordingGround> = {}): RecordingEvent => ({
  type: 'followed',
  ground: { ...GROUND, ...ground },
})

/** The part has closed. */
const CLOSED = {
  openPart: undefined,
  openUntilMs: (part: number) => (part === 1 ? LEFT : undefined),
}

/** After those events: the state, and what was asked for because of the last. */
function after(...events: readonly RecordingEvent[]): {
  state: RecordingState
  asked: readonly RecordingEffect[]
} {
  return events.reduce<ReturnType<typeof after>>(
    ({ state }, event) => {
      const [next, asked] = stepRecording(state, event)
      return { state: next, asked }
    },
    { state: RECORDS_NOTHING, asked: [] },
  )
}

test('nothing records by itself: an open part alone makes no file and says no word (R90)', () => {
  expect(after(followed()).asked).toEqual([])
  expect(after(followed()).state).toEqual(RECORDS_NOTHING)
})

test('it is said first, and a frame is taken once the log has that word (R92)', () => {
  expect(after(on).asked).toEqual([{ do: 'make-file' }])
  expect(after(on, made, followed()).asked).toEqual([{ do: 'announce', part: 1 }])
  expect(after(on, made, followed(), followed()).asked).toEqual([])
  expect(after(on, made, followed(), said).asked).toEqual([{ do: 'allow', part: 1 }])
})

test('the permission is said again for as long as all stays as it was', () => {
  expect(after(on, made, followed(), said, followed()).asked).toEqual([{ do: 'allow', part: 1 }])
})

test('when the part has closed it stops at once, takes back what came since somebody asked to leave it, and says so (R90)', () => {
  const { state, asked } = after(on, made, followed(), said, followed(CLOSED))

  expect(asked).toEqual([
    { do: 'close', takeBackFromMs: LEFT },
    { do: 'announce', part: undefined },
  ])
  expect(state).toMatchObject({ phase: 'idle', isWanted: true })
})

test('nothing is taken back from a moment that has not come, or that nobody named', () => {
  const ahead = followed({ ...CLOSED, openUntilMs: () => NOW + 3_600_000 })
  const unnamed = followed({ openPart: undefined })

  for (const closed of [ahead, unnamed])
    expect(after(on, made, followed(), said, closed).asked[0]).toEqual({
      do: 'close',
      takeBackFromMs: NOW,
    })
})

test('out of touch it stops, and once it knows that the part closed meanwhile takes back what came since (R90)', () => {
  const lost = after(on, made, followed(), said, followed({ isInTouch: false }))
  expect(lost.asked[0]).toEqual({ do: 'close', takeBackFromMs: undefined })

  const [still] = stepRecording(lost.state, followed({ ...CLOSED, isInTouch: false }))
  expect(stepRecording(still, followed(CLOSED))[1]).toEqual([{ do: 'close', takeBackFromMs: LEFT }])
  expect(stepRecording(still, followed())[1]).toEqual([{ do: 'announce', part: 1 }])
})

test('who ends it while out of touch keeps nothing that came after the last word of anybody else (R90)', () => {
  const { state } = after(on, made, followed(), said, followed({ isInTouch: false }))

  expect(stepRecording(state, off)[1]).toEqual([
    { do: 'close', takeBackFromMs: GROUND.heardAtMs },
    { do: 'end-file' },
  ])
})

test('whom nobody has said a word to for long keeps nothing that came after the last (R90)', () => {
  const silent = followed({ isInTouch: false, heardAtMs: NOW - 16_000 })

  expect(after(on, made, followed(), said, silent).asked[0]).toEqual({
    do: 'close',
    takeBackFromMs: NOW - 16_000,
  })
})

test('a seat that is no longer agreed to records no longer (R89)', () => {
  expect(after(on, made, followed(), said, followed({ isAgreed: false })).asked).toEqual([
    { do: 'close', takeBackFromMs: undefined },
    { do: 'announce', part: undefined },
  ])
})

test('a disk that failed ends it with why, and it does not begin again by itself (R92)', () => {
  const { state, asked } = after(on, made, followed(), said, { type: 'failed', why: 'no-space' })

  expect(asked).toEqual([{ do: 'announce', part: undefined }])
  expect(state).toEqual({ ...RECORDS_NOTHING, failure: 'no-space' })
  expect(stepRecording(state, followed())[1]).toEqual([])
  expect(stepRecording(state, on)[1]).toEqual([{ do: 'make-file' }])
})

test('a frame worker that died takes the file along, and a new one is begun', () => {
  expect(after(on, made, followed(), said, { type: 'recorder-lost' }).asked).toEqual([
    { do: 'announce', part: undefined },
    { do: 'make-file' },
  ])
})

test('in whatever order things happen, it is allowed only to record an open part that was announced, by a seat that may, in touch (R90)', () => {
  const ground = fc.record({
    isAgreed: fc.boolean(),
    openPart: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    openUntilMs: fc.constant(() => NOW - 500),
    isInTouch: fc.boolean(),
    heardAtMs: fc.constant(NOW - 1000),
    nowMs: fc.constant(NOW),
  })
  const event: fc.Arbitrary<RecordingEvent> = fc.oneof(
    fc.record({ type: fc.constant('switched' as const), isOn: fc.boolean() }),
    fc.record({ type: fc.constant('followed' as const), ground }),
    fc.constant(made),
    fc.record({ type: fc.constant('announced' as const), part: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      type: fc.constant('not-announced' as const),
      part: fc.integer({ min: 1, max: 3 }),
    }),
    fc.constant<RecordingEvent>({ type: 'failed', why: 'disk-failed' }),
    fc.constant<RecordingEvent>({ type: 'recorder-lost' }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let [state, told, isRunning] = [RECORDS_NOTHING, undefined as number | undefined, false]
      let known: RecordingGround | undefined
      for (const one of events) {
        if (one.type === 'followed') known = one.ground
        const [next, asked] = stepRecording(state, one)
        for (const effect of asked) {
          if (effect.do === 'announce') told = effect.part
          if (effect.do === 'close') isRunning = false
          if (effect.do !== 'allow') continue
          isRunning = true
          expect(effect.part).toBe(told)
          expect(known).toMatchObject({
            isAgreed: true,
            isInTouch: true,
            openPart: effect.part,
          })
        }
        state = next
        if (one.type === 'failed' || one.type === 'recorder-lost') isRunning = false
        expect(isRunning).toBe(state.phase === 'recording')
        expect(told).toBe(state.phase === 'idle' ? undefined : state.part)
      }
    }),
    { numRuns: 500 },
  )
})
