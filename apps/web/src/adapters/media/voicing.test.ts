import { expect, test } from 'vitest'
import { voicingOf } from './capture.ts'
import { publishOptions } from './publishOptions.ts'

const roles = ['interpreter', 'principal', 'adviser'] as const

test('nothing is done to the voice of an interpreter, and no more than echo taken out of a principal’s', () => {
  expect(roles.map((role) => voicingOf(role, 'default'))).toEqual([
    'as-it-is',
    'without-echo',
    'cleaned',
  ])
})

test('a principal who has no echo is sent whole, and nobody else is for that', () => {
  expect(roles.map((role) => voicingOf(role, 'whole'))).toEqual(['as-it-is', 'as-it-is', 'cleaned'])
})

test('every voice, whatever is taken out of it, has more than the 64 kbit/s that interpreters need', () => {
  const { audioPreset } = publishOptions('microphone', {} as MediaStreamTrack)

  expect(audioPreset?.maxBitrate).toBeGreaterThan(64_000)
})
