import { PICTURES_A_SECOND, SAMPLE_RATE } from '@parley/release'
import {
  AudioSample,
  AudioSampleSource,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  WebMOutputFormat,
  type StreamTargetChunk,
  type VideoEncodingConfig,
} from 'mediabunny'
import type { DiskFile } from './storage.ts'

/** Bits a second. Larger: a clip is slow to load. Smaller: a face is blurred. */
const PICTURE_BITS = 2_500_000
const SOUND_BITS = 96_000
/** Seconds between pictures that can be shown on their own. */
const KEY_EVERY = 2

/** One file in the making. */
export class ClipOutput {
  readonly #output: Output
  readonly #pictures: CanvasSource
  readonly #sound: AudioSampleSource

  constructor(
    is: 'mp4' | 'webm',
    {
      canvas,
      file,
      codec,
    }: { canvas: OffscreenCanvas; file: DiskFile; codec: VideoEncodingConfig['codec'] },
  ) {
    const writable = new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => file.write(data, position),
    })
    this.#output = new Output({
      format: is === 'mp4' ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat(),
      target: new StreamTarget(writable, { chunked: true, chunkSize: 1024 * 1024 }),
    })
    this.#pictures = new CanvasSource(canvas, {
      codec,
      bitrate: PICTURE_BITS,
      keyFrameInterval: KEY_EVERY,
      latencyMode: 'realtime',
    })
    this.#sound = new AudioSampleSource({ codec: 'opus', bitrate: SOUND_BITS })
    this.#output.addVideoTrack(this.#pictures, { frameRate: PICTURES_A_SECOND })
    this.#output.addAudioTrack(this.#sound)
  }

  start(): Promise<void> {
    return this.#output.start()
  }

  /** The canvas as it is, at that time in seconds. Settles when more can be taken. */
  addPicture(at: number): Promise<void> {
    return this.#pictures.add(at, 1 / PICTURES_A_SECOND)
  }

  /** Likewise. */
  async addSound(at: number, data: Float32Array<ArrayBuffer>): Promise<void> {
    using sample = new AudioSample({
      data,
      format: 'f32',
      numberOfChannels: 1,
      sampleRate: SAMPLE_RATE,
      timestamp: at,
    })
    await this.#sound.add(sample)
  }

  finish(): Promise<void> {
    return this.#output.finalize()
  }
}
