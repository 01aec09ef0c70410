import type { SeatId } from '@parley/protocol'
import { expect, test } from 'vitest'
import { seat } from './callSamples/people.ts'
import { NOBODY_YET, stepSpeaker, stepVoices, type Levels, type Speaker } from './callSpeaker.ts'

const zawadi = seat(1)
const josphat = seat(3)

test('a cough does not take the picture, a voice that lasts does', () => {
  const coughed = hear(NOBODY_YET, [
    [0, [[zawadi, -20]]],
    [300, []],
    [600, [[zawadi, -20]]],
  ])

  const spoken = hear(coughed, [[1300, [[zawadi, -20]]]])

  expect(coughed.seat).toBeUndefined()
  expect(spoken.seat).toBe(zawadi)
})

test('the picture stays through silence', () => {
  const speaker: Speaker = { seat: zawadi, challenger: undefined }

  const later = hear(speaker, [
    [0, []],
    [60_000, [[josphat, -70]]],
  ])

  expect(later).toBe(speaker)
})

test('a second voice takes the picture from the first only when it lasts longer', () => {
  const speaker: Speaker = { seat: zawadi, challenger: undefined }
  const both = [
    [zawadi, -30],
    [josphat, -20],
  ] as const

  const soon = hear(speaker, [
    [0, both],
    [1000, both],
  ])
  const late = hear(soon, [[2500, both]])

  expect(soon.seat).toBe(zawadi)
  expect(late.seat).toBe(josphat)
})

test('one speaks on between two words, and no more once the microphone is closed', () => {
  const word = stepVoices(new Map(), { levels: new Map([[zawadi, -20]]), nowMs: 0 })
  const later = (nowMs: number, levels: Levels) => [...stepVoices(word, { levels, nowMs }).keys()]
  const quiet = new Map([[zawadi, -70]])

  expect(later(1000, quiet)).toEqual([zawadi])
  expect(later(1200, quiet)).toEqual([])
  expect(later(60, new Map())).toEqual([])
})

function hear(
  speaker: Speaker,
  heard: readonly (readonly [number, readonly (readonly [SeatId, number])[]])[],
): Speaker {
  let now = speaker
  for (const [nowMs, levels] of heard) now = stepSpeaker(now, { levels: new Map(levels), nowMs })
  return now
}
