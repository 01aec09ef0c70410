import type { TimeSpan } from '@parley/release'
import type { Recording } from '@parley/release/recordings'
import type { Scene } from '../messages.ts'
import { Pictures } from './pictures.ts'
import type { Seen } from './stage.ts'

/** Whoever is in the picture over a span. Asked forwards only. */
export class Cast implements AsyncDisposable {
  readonly #people: readonly { pictures: Pictures; plate: ImageBitmap | undefined }[]

  constructor(recording: Recording, { span, people }: { span: TimeSpan; people: Scene['people'] }) {
    this.#people = people.map(({ seat, plate }) => {
      const cameras = recording.tracks.filter(
        (track) => track.seat === seat && track.of === 'camera',
      )
      const tracks = cameras.map(({ track }) => track)
      return { pictures: new Pictures(recording, { tracks, span }), plate }
    })
  }

  /** As they were at that moment. The pictures are lent until the next question. */
  at(ms: number): Promise<Seen[]> {
    return Promise.all(
      this.#people.map(async ({ pictures, plate }) => ({ picture: await pictures.at(ms), plate })),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#people.map(({ pictures }) => pictures[Symbol.asyncDispose]()))
  }
}
