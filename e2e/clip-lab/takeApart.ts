import { ALL_FORMATS, AudioSampleSink, BlobSource, Input, VideoSampleSink } from 'mediabunny'
import { readStamp, type Stamp } from '../media/stamp.ts'
import { stampBoxOf } from './stampCanvas.ts'

/** A picture of a file: when it is shown, in seconds, and whose stamps are in its boxes, from left to right. */
export type Shown = { at: number; stamps: (Stamp | undefined)[] }

/** Decodes a clip as a player does, and reads the stamps in each of its pictures. */
export async function picturesOf(file: Blob, people: number): Promise<Shown[]> {
  using input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) })
  const track = await input.getPrimaryVideoTrack()
  if (!track) return []
  const shown: Shown[] = []
  for await (const sample of new VideoSampleSink(track).samples()) {
    const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('A canvas has a context')
    sample.draw(context, 0, 0)
    const width = canvas.width / people
    const stamps = Array.from({ length: people }, (_, place) => {
      const box = stampBoxOf({ width, height: canvas.height })
      const { data } = context.getImageData(place * width + box.x, box.y, box.width, box.height)
      return readStamp({ data, width: Math.round(box.width), height: Math.round(box.height) })
    })
    shown.push({ at: sample.timestamp, stamps })
    sample.close()
  }
  return shown
}

/** The sound of a clip, 48,000 samples a second from the time at which it begins. */
export async function opusOf(file: Blob): Promise<{ at: number; samples: Float32Array }> {
  using input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) })
  const track = await input.getPrimaryAudioTrack()
  const pieces: { at: number; samples: Float32Array }[] = []
  if (track)
    for await (const sample of new AudioSampleSink(track).samples()) {
      const samples = new Float32Array(sample.numberOfFrames)
      sample.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      pieces.push({ at: sample.timestamp, samples })
      sample.close()
    }
  const at = pieces[0]?.at ?? 0
  const whole = new Float32Array(pieces.reduce((sum, { samples }) => sum + samples.length, 0))
  for (const piece of pieces)
    whole.set(piece.samples, Math.max(0, Math.round((piece.at - at) * 48_000)))
  return { at, samples: whole }
}
