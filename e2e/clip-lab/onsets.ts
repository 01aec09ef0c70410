import { powerAt } from '../media/tone.ts'

const SAMPLE_RATE = 48_000
/** Looked at in stretches of 5 ms, each a step of one. */
const STRETCH = 480
const STEP = 48
/** A fifth of the tone's amplitude of 0.3 or more. */
const HEARD = 0.0009

/** When a tone begins in a sound, after it was not there, in milliseconds. */
export function onsetsOf(samples: Float32Array, hertz: number): number[] {
  const onsets: number[] = []
  let isOn = true
  let offSince = 0
  for (let at = 0; at + STRETCH <= samples.length; at += STEP) {
    const isHeard = powerAt(samples.subarray(at, at + STRETCH), hertz, SAMPLE_RATE) > HEARD
    if (isHeard && !isOn && at - offSince > SAMPLE_RATE / 4)
      onsets.push(((at + STRETCH / 2) * 1000) / SAMPLE_RATE)
    if (!isHeard && isOn) offSince = at
    isOn = isHeard
  }
  return onsets
}
