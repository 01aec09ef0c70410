import { expect, test } from 'vitest'
import { RecordingProgress } from './recordingProgress.ts'

const START = 1_790_000_000_000

/** Pieces of half a second from there on, each as large. */
function record(
  progress: RecordingProgress,
  { fromMs, pieces, bytes = 0 }: { fromMs: number; pieces: number; bytes?: number },
) {
  let said = progress.take({ bytes, toMs: fromMs })
  for (let at = 1; at <= pieces; at++)
    said = progress.take({ bytes: bytes + at * 1000, toMs: fromMs + at * 500 })
  return said
}

test('what was recorded is counted over pauses, and how fast it grows from the last seconds alone', () => {
  const progress = new RecordingProgress()

  expect(record(progress, { fromMs: START, pieces: 20 })).toEqual({
    recordedS: 10,
    bytesPerS: 2000,
  })
  const again = record(progress, { fromMs: START + 600_000, pieces: 10, bytes: 20_000 })
  expect(again).toEqual({ recordedS: 15, bytesPerS: 2000 })
})

test('before two seconds are there nothing is said of how fast it grows, and the same told again changes nothing', () => {
  const progress = new RecordingProgress()
  const said = record(progress, { fromMs: START, pieces: 3 })

  expect(said).toEqual({ recordedS: 1, bytesPerS: undefined })
  expect(progress.take({ bytes: 3000, toMs: START + 1500 })).toEqual(said)
  expect(progress.take({ bytes: 0, toMs: undefined })).toEqual({
    recordedS: 0,
    bytesPerS: undefined,
  })
})
