import { expect, test } from 'vitest'
import { voicingOf } from './capture.ts'
import { publishOptions } from './publishOptions.ts'

const voice = (noiseSuppression: boolean) =>
  ({ getSettings: () => ({ noiseSuppression }) }) as unknown as MediaStreamTrack
const bitrate = (media: MediaStreamTrack) =>
  publishOptions('microphone', media).audioPreset?.maxBitrate

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

test('every voice has the bits with which Opus leaves its voice mode, and that interpreters need', () => {
  expect([bitrate(voice(false)), bitrate(voice(true))]).toEqual([72_000, 72_000])
})
