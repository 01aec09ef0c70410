import { expect, test } from '@playwright/test'
import type { Lab } from './clip-lab/lab.ts'
import { openLab, setClipStage } from './clip-lab/labStage.ts'
import { onsetsOf } from './clip-lab/onsets.ts'

declare const lab: Lab

setClipStage()

/** Where the cut begins in the recording, in milliseconds: between two pictures, and between two key frames. */
const CUT_FROM = 3300
const CUT_SECONDS = 6
const PICTURE_MS = 40
const PITCHES = [1000, 1300]

test('a clip shows who was recorded, side by side, and its sound is with its pictures to 40 ms, in both files (R95)', async () => {
  await using page = await openLab()

  const files = await page.evaluate(makeAndRead, { cutFrom: CUT_FROM, seconds: CUT_SECONDS })

  expect(files.map(({ type }) => type)).toEqual(['video/mp4', 'video/webm', 'image/jpeg'])
  for (const { pictures, sound } of files.slice(0, 2)) {
    expect(pictures).toHaveLength(CUT_SECONDS * 25)
    for (const { at, stamps } of pictures)
      expect(
        stamps.map((stamp, place) => [
          stamp?.person,
          lateBy(stamp?.frame, at) <= PICTURE_MS,
          place,
        ]),
      ).toEqual([
        [0, true, 0],
        [1, true, 1],
      ])
    // Each second of the recording begins with both tones.
    for (const hertz of PITCHES) {
      const samples = new Float32Array(Uint8Array.fromBase64(sound?.data ?? '').buffer)
      const onsets = onsetsOf(samples, hertz).map((ms) => ms + (sound?.at ?? 0) * 1000)
      const expected = Array.from({ length: CUT_SECONDS }, (_, n) => 700 + n * 1000)
      expect(onsets).toHaveLength(expected.length)
      onsets.forEach((onset, n) => expect(Math.abs(onset - (expected[n] ?? 0))).toBeLessThan(40))
    }
  }
})

test('what is made is stopped at once, and leaves nothing on the disk', async () => {
  await using page = await openLab()

  const left = await page.evaluate(async () => {
    const recorded = await lab.makeRecording({ people: 1, seconds: 8, fromMs: 1_790_000_000_000 })
    const stopping = new AbortController()
    const recording = { file: recorded.file, key: recorded.key }
    const cut = { from: recorded.fromMs, to: recorded.toMs }
    const scene = { people: [{ seat: recorded.seats[0]!, plate: undefined }], voices: [] }
    let failed = ''
    {
      await using folder = new lab.ClipFolder()
      const what = { recording, make: { cut, scene, posterAt: cut.from }, folder: folder.name }
      const onShare = (share: number) => share > 0.2 && stopping.abort(new Error('stopped'))
      await lab
        .makeClipFiles(what, { onShare, signal: stopping.signal })
        .catch((error: Error) => (failed = error.message))
    }
    const root = await navigator.storage.getDirectory()
    const names: string[] = []
    for await (const name of root.keys()) names.push(name)
    return { failed, names }
  })

  expect(left).toEqual({ failed: 'It was stopped', names: [] })
})

test('a recording of another side is not opened, and what was recorded is shown and measured', async () => {
  await using page = await openLab()

  const { other, tracks, spans, levels, sizes } = await page.evaluate(async () => {
    const recorded = await lab.makeRecording({ people: 2, seconds: 5, fromMs: 1_790_000_000_000 })
    const another = await lab.makeRecording({ people: 1, seconds: 1, fromMs: 1_790_000_000_000 })
    const refusing = lab.RecordingDesk.open({ file: recorded.file, key: another.key })
    const opened = await refusing.then(
      () => 'opened',
      (error: Error) => error.message,
    )
    using desk = await lab.RecordingDesk.open({ file: recorded.file, key: recorded.key })
    const span = { from: recorded.fromMs, to: recorded.fromMs + 4000 }
    const people = recorded.seats.map((seat) => ({ seat, plate: undefined }))
    const forth = await desk.show(recorded.fromMs + 3000, people)
    const back = await desk.show(recorded.fromMs + 1000, people)
    return {
      other: opened,
      tracks: desk.tracks.length,
      spans: desk.spans.map(({ part, from, to }) => [part, from - recorded.fromMs, to - from]),
      levels: await desk.levels({ span, tracks: [1], stretches: 16 }),
      sizes: [forth, back].map(({ width, height }) => [width, height]),
    }
  })

  expect(other).toBe('malformed')
  expect(tracks).toBe(4)
  expect(spans).toEqual([[1, 0, expect.closeTo(4980, -2)]])
  // The tone is there in the first half of each second, and ends a little into the quarter after it.
  expect(levels[0]?.filter((_, quarter) => quarter % 4 !== 2).map((level) => level > 0.1)).toEqual(
    Array.from({ length: 4 }, () => [true, true, false]).flat(),
  )
  expect(sizes).toEqual([
    [1280, 720],
    [1280, 720],
  ])
})

/** How late a picture is, in milliseconds: what should be seen at that time of the clip, against what is. */
function lateBy(frame: number | undefined, at: number): number {
  return CUT_FROM + at * 1000 - (frame ?? NaN) * PICTURE_MS
}

/** Runs in the page. */
async function makeAndRead({ cutFrom, seconds }: { cutFrom: number; seconds: number }) {
  const recorded = await lab.makeRecording({ people: 2, seconds: 12, fromMs: 1_790_000_000_000 })
  const cut = { from: recorded.fromMs + cutFrom, to: recorded.fromMs + cutFrom + seconds * 1000 }
  const scene = {
    people: recorded.seats.map((seat) => ({ seat, plate: undefined })),
    voices: [1, 3].map((track) => ({ track, gain: 1 })),
  }
  await using folder = new lab.ClipFolder()
  const files = await lab.makeClipFiles(
    {
      recording: { file: recorded.file, key: recorded.key },
      make: { cut, scene, posterAt: cut.from + 2000 },
      folder: folder.name,
    },
    { onShare: () => undefined, signal: new AbortController().signal },
  )
  return await Promise.all(
    files.map(async (made) => {
      const file = await folder.fileOf(made)
      const isVideo = made.type.startsWith('video')
      const heard = isVideo ? await lab.opusOf(file) : undefined
      const data = heard && new Uint8Array(heard.samples.buffer).toBase64()
      return {
        type: made.type,
        pictures: isVideo ? await lab.picturesOf(file, 2) : [],
        sound: heard && { at: heard.at, data: data ?? '' },
      }
    }),
  )
}
