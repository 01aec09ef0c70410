import { levelsOf, SAMPLE_RATE, type TimeSpan } from '@parley/release'
import type { Recording } from '@parley/release/recordings'
import type { Scene } from '../messages.ts'
import { Mix } from './mix.ts'
import { Sound } from './sound.ts'
import { waveOf } from './wave.ts'

/** The loudest of each of so many equal stretches, of each of those tracks. */
export async function levelsIn(
  recording: Recording,
  { span, tracks, stretches }: { span: TimeSpan; tracks: readonly number[]; stretches: number },
): Promise<number[][]> {
  const samples = samplesOf(span)
  return Promise.all(
    tracks.map(async (track) => {
      await using sound = new Sound(recording, { track, span })
      const levels: number[] = []
      for (let stretch = 0; stretch < stretches; stretch += 1) {
        const from = Math.round((stretch * samples) / stretches)
        const to = Math.round(((stretch + 1) * samples) / stretches)
        // oxlint-disable-next-line no-await-in-loop -- a stretch at a time is in memory
        levels.push(...levelsOf(await sound.take(to - from), 1))
      }
      return levels
    }),
  )
}

/** What is heard over a span, as a file to play. */
export async function soundOf(
  recording: Recording,
  { span, voices }: { span: TimeSpan; voices: Scene['voices'] },
): Promise<Blob> {
  await using mix = new Mix(recording, { span, voices })
  const sounds: Float32Array[] = []
  for (let left = samplesOf(span); left > 0; left -= SAMPLE_RATE)
    // oxlint-disable-next-line no-await-in-loop -- a second at a time
    sounds.push(await mix.take(Math.min(SAMPLE_RATE, left)))
  return waveOf(sounds)
}

function samplesOf({ from, to }: TimeSpan): number {
  return Math.round(((to - from) / 1000) * SAMPLE_RATE)
}
