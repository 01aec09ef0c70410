import { PICTURES_A_SECOND, SAMPLE_RATE } from '@parley/release'
import type { Recording } from '@parley/release/recordings'
import type { MadeFile, MakeClip } from '../messages.ts'
import { Cast } from './cast.ts'
import { codecBeside } from './lacks.ts'
import { Mix } from './mix.ts'
import { moovFirst } from './moovFirst.ts'
import { ClipOutput } from './outputs.ts'
import { Stage } from './stage.ts'
import { DiskFile } from './storage.ts'

/** The poster's, from 0 to 1. */
const POSTER_QUALITY = 0.9

/**
 * Makes the files of a clip in a folder of this origin's disk, and says how much of it is done, from 0 to 1. What is
 * in memory does not grow with the clip. Rejects with the signal's reason once that aborts, with its files closed.
 */
export async function makeClip(
  recording: Recording,
  { make, folder }: { make: MakeClip; folder: string },
  { onShare, signal }: { onShare: (share: number) => void; signal: AbortSignal },
): Promise<readonly MadeFile[]> {
  const { cut, scene, posterAt } = make
  await using parts = new AsyncDisposableStack()
  const cast = parts.use(new Cast(recording, { span: cut, people: scene.people }))
  const mix = parts.use(new Mix(recording, { span: cut, voices: scene.voices }))
  const stage = new Stage()
  const { canvas } = stage
  const [draft, webm] = await Promise.all(
    ['draft.mp4', 'clip.webm'].map(async (name) => parts.use(await DiskFile.create(folder, name))),
  )
  if (!draft || !webm) throw new Error('There are two')
  const outputs = [
    new ClipOutput('mp4', { canvas, file: draft, codec: 'avc' }),
    new ClipOutput('webm', { canvas, file: webm, codec: await codecBeside() }),
  ]
  await Promise.all(outputs.map((output) => output.start()))

  const pictures = Math.round(((cut.to - cut.from) / 1000) * PICTURES_A_SECOND)
  const posterPlace = Math.round(((posterAt - cut.from) / 1000) * PICTURES_A_SECOND)
  for (let place = 0; place < pictures; place += 1) {
    signal.throwIfAborted()
    const at = place / PICTURES_A_SECOND
    // oxlint-disable-next-line no-await-in-loop -- one picture after the other
    stage.draw(await cast.at(cut.from + at * 1000))
    // oxlint-disable-next-line no-await-in-loop -- likewise
    if (place === Math.min(posterPlace, pictures - 1)) await keepPoster(canvas, folder)
    if (place % PICTURES_A_SECOND === 0) {
      const left = ((cut.to - cut.from) / 1000 - at) * SAMPLE_RATE
      // oxlint-disable-next-line no-await-in-loop -- a second of sound at a time
      const sound = await mix.take(Math.min(SAMPLE_RATE, Math.round(left)))
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await Promise.all(outputs.map((output) => output.addSound(at, sound)))
      onShare(place / pictures)
    }
    // oxlint-disable-next-line no-await-in-loop -- one picture after the other
    await Promise.all(outputs.map((output) => output.addPicture(at)))
  }
  await Promise.all(outputs.map((output) => output.finish()))
  using mp4 = await DiskFile.create(folder, 'clip.mp4')
  moovFirst(draft, mp4)
  onShare(1)
  return [
    { type: 'video/mp4', name: 'clip.mp4' },
    { type: 'video/webm', name: 'clip.webm' },
    { type: 'image/jpeg', name: 'poster.jpg' },
  ]
}

async function keepPoster(canvas: OffscreenCanvas, folder: string): Promise<void> {
  const poster = await canvas.convertToBlob({ type: 'image/jpeg', quality: POSTER_QUALITY })
  using file = await DiskFile.create(folder, 'poster.jpg')
  file.write(new Uint8Array(await poster.arrayBuffer()), 0)
}
