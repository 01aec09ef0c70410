import type { TakenFrame } from './hostileClient.ts'

/** What decoders made of frames: the top of each picture, and all samples. */
export type Decoded = {
  pictures: { data: string; width: number; height: number }[]
  samples: string
  failures: number
}

const SOUND_HZ = 48_000
/** Of a frame of sound, and of a picture, in microseconds. */
const [SOUND_US, PICTURE_US] = [20_000, 200_000]

/** Gives them to the browser's own decoders, as if they had come in the clear. `share` is how much of a picture's width is wanted of its height. */
export async function decode(frames: readonly TakenFrame[], share: number): Promise<Decoded> {
  const pictures: Decoded['pictures'] = []
  const sounds: Float32Array[] = []
  let failures = 0
  const failed = () => void failures++
  const showing = (frame: VideoFrame) => {
    pictures.push(topOf(frame, share))
    frame.close()
  }
  let video: VideoDecoder | undefined
  const playing = (heard: AudioData) => {
    const samples = new Float32Array(heard.numberOfFrames)
    heard.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    sounds.push(samples)
    heard.close()
  }
  const audio = new AudioDecoder({ output: playing, error: failed })
  audio.configure({ codec: 'opus', sampleRate: SOUND_HZ, numberOfChannels: 1 })
  for (const [at, { kind, isKeyFrame, data }] of frames.entries()) {
    const bytes = Uint8Array.fromBase64(data)
    if (kind === 'audio') {
      if (audio.state !== 'configured') continue
      audio.decode(new EncodedAudioChunk({ type: 'key', timestamp: at * SOUND_US, data: bytes }))
      continue
    }
    if (isKeyFrame && video?.state !== 'configured') {
      video = new VideoDecoder({ output: showing, error: failed })
      video.configure({ codec: 'vp8' })
    }
    if (video?.state !== 'configured') continue
    const type = isKeyFrame ? 'key' : 'delta'
    video.decode(new EncodedVideoChunk({ type, timestamp: at * PICTURE_US, data: bytes }))
  }
  for (const decoder of [audio, video])
    // oxlint-disable-next-line no-await-in-loop -- there are two
    if (decoder?.state === 'configured') await decoder.flush().catch(failed)
  const samples = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of sounds) {
    samples.set(each, at)
    at += each.length
  }
  return { pictures, samples: new Uint8Array(samples.buffer).toBase64(), failures }
}

function topOf(frame: VideoFrame, share: number): Decoded['pictures'][number] {
  const { displayWidth: width } = frame
  const height = Math.ceil(width * share)
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('A canvas can be drawn on')
  context.drawImage(frame, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  return { data: new Uint8Array(data.buffer).toBase64(), width, height }
}
