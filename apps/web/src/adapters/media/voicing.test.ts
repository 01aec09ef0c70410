import { expect, test } from 'vitest'
import { voicingOf } from './capture.ts'
import { publishOptions } from './publishOptions.ts'

const voice = (noiseSuppression: boolean) =>
  ({ getSettings: () => ({ noiseSuppression }) }) as unknown as MediaStreamTrack
const bitrate = (media: MediaStreamTrack) =>
  publishOptions('microphone', media).audioPreset?.maxBitrate

test('nothing is done to the voice of an interpreter, and no more than echo taken out of a principal’s', () => {
  expect([voicingOf('interpreter'), voicingOf('principal'), voicingOf('adviser')]).toEqual([
    'as-it-is',
    'without-echo',
    'cleaned',
  ])
})

test('a voice that nothing is taken out of is sent with 64 kbit/s, any other with 32', () => {
  expect([bitrate(voice(false)), bitrate(voice(true))]).toEqual([64_000, 32_000])
})
