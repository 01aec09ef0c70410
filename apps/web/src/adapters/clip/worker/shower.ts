import type { Recording } from '@parley/release/recordings'
import type { Scene } from '../messages.ts'
import { Cast } from './cast.ts'
import { Stage } from './stage.ts'

/** Ahead of what was shown last, in milliseconds. Larger: more is decoded to come there. Smaller: it begins anew while it plays. */
const GOES_ON_MS = 3000
/** A show goes on for so long at most. */
const SHOWN_MS = 10 * 60_000

/** Shows a recording as its clip would look at any moment, forwards and back. */
export class Shower {
  readonly #recording: Recording
  readonly #stage = new Stage()
  #cast: { cast: Cast; people: string; at: number } | undefined

  constructor(recording: Recording) {
    this.#recording = recording
  }

  /** The picture at that moment, in milliseconds UTC. Questions are asked one after the other. */
  async at(ms: number, people: Scene['people']): Promise<ImageBitmap> {
    const named = people.map(({ seat }) => seat).join(' ')
    const shown = this.#cast
    const goesOn = shown?.people === named && shown.at <= ms && ms - shown.at < GOES_ON_MS
    if (!goesOn) await shown?.cast[Symbol.asyncDispose]()
    const cast = goesOn
      ? shown.cast
      : new Cast(this.#recording, { span: { from: ms, to: ms + SHOWN_MS }, people })
    this.#cast = { cast, people: named, at: ms }
    const seen = await cast.at(ms)
    this.#stage.draw(seen.map(({ picture }, place) => ({ picture, plate: people[place]?.plate })))
    return createImageBitmap(this.#stage.canvas)
  }
}
