import { mixSounds, type TimeSpan } from '@parley/release'
import type { Recording } from '@parley/release/recordings'
import type { Scene } from '../messages.ts'
import { Sound } from './sound.ts'

/** All sound of a clip as one. Asked forwards only. */
export class Mix implements AsyncDisposable {
  readonly #voices: readonly { sound: Sound; gain: number }[]

  constructor(recording: Recording, { span, voices }: { span: TimeSpan; voices: Scene['voices'] }) {
    this.#voices = voices.map(({ track, gain }) => ({
      sound: new Sound(recording, { track, span }),
      gain,
    }))
  }

  /** The next samples of 48 kHz and one channel. */
  async take(samples: number): Promise<Float32Array<ArrayBuffer>> {
    const sounds = await Promise.all(
      this.#voices.map(async ({ sound, gain }) =>
        (await sound.take(samples)).map((sample) => sample * gain),
      ),
    )
    return mixSounds(sounds, samples)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#voices.map(({ sound }) => sound[Symbol.asyncDispose]()))
  }
}
