import { Refusal } from '@parley/protocol'
import { stretchesOf, type TimeSpan, type Stretch } from '@parley/release'
import type { ListedSeat, Plan } from '@parley/seal'
import type { SeatId } from '@parley/protocol'
import { signal } from '@preact/signals-core'
import type { OpenedBy, Scene } from '../../../adapters/clip/messages.ts'
import type { ClipDraft } from './clipDraft.ts'
import type { CloseUp, RecordingHere } from './clipsView.ts'
import { partsOfCall, type ToldParts } from './partsOfCall.ts'
import type { ClipTools, OpenRecording } from './ports.ts'
import { recordedPeople, recordedSounds, voicesOf, type RecordedPerson } from './recordedScene.ts'

/** Steps of loudness across the stretch that is shown at large. Larger: it takes longer. Smaller: words are not told apart. */
const STEPS = 240

/** What the lists say of whoever was recorded, and the record of the parts. */
export type Listed = {
  readonly plan: Plan
  readonly seats: ReadonlyMap<SeatId, ListedSeat>
  readonly told: ToldParts | undefined
}

/** The recording that is open at a desk, one at a time. Disposing closes it. */
export class RecordingAtDesk implements Disposable {
  readonly view = signal<RecordingHere>({ is: 'none' })
  readonly closeUp = signal<CloseUp | undefined>(undefined)
  readonly #tools: Pick<ClipTools, 'openRecording' | 'drawPlate'>
  readonly #plates = new Map<string, Promise<ImageBitmap>>()
  #open: { recording: OpenRecording; by: OpenedBy } | undefined
  #asked = 0

  constructor(tools: Pick<ClipTools, 'openRecording' | 'drawPlate'>) {
    this.#tools = tools
  }

  get stretches(): readonly Stretch[] {
    const view = this.view.value
    return view.is === 'open' ? view.stretches : []
  }

  get people(): readonly RecordedPerson[] {
    const view = this.view.value
    return view.is === 'open' ? view.people : []
  }

  /** What opens it, for a worker that makes a clip of it. Throws where none is open. */
  get openedBy(): OpenedBy {
    if (!this.#open) throw new Error('No recording is open')
    return this.#open.by
  }

  /** Opens a recording of this side; whether it could. */
  async open(by: OpenedBy, listed: Listed): Promise<boolean> {
    this.#close()
    this.view.value = { is: 'opening' }
    try {
      const recording = await this.#tools.openRecording(by)
      this.#open = { recording, by }
      const { tracks, spans } = recording
      const parts = partsOfCall(listed.plan.agenda, spans, listed.told)
      const people = recordedPeople(tracks, listed)
      const sounds = recordedSounds(tracks, people)
      const stretches = stretchesOf(parts, spans)
      this.view.value = { is: 'open', stretches, parts, people, sounds }
      return true
    } catch (error) {
      if (!(error instanceof Error) || error instanceof Refusal) throw error
      this.view.value = { is: 'not-opened' }
      return false
    }
  }

  /** Who is in the picture, with their plates, and what is heard. */
  async sceneOf(draft: ClipDraft): Promise<Scene> {
    const view = this.view.value
    if (view.is !== 'open') throw new Error('No recording is open')
    const people = await Promise.all(
      draft.people.map(async (seat) => ({
        seat,
        plate: await this.#plateOf(
          view.people.find((one) => one.seat === seat),
          draft.people.length,
        ),
      })),
    )
    return { people, voices: voicesOf(draft, view.sounds) }
  }

  async show(at: number, draft: ClipDraft): Promise<ImageBitmap> {
    const { people } = await this.sceneOf(draft)
    return this.#recording.show(at, people)
  }

  async listen(draft: ClipDraft): Promise<Blob> {
    const { voices } = await this.sceneOf(draft)
    return this.#recording.listen({ span: draft.cut, voices })
  }

  /** Measures how loud everybody is in a span; what was asked before is forgotten. */
  async measure(span: TimeSpan): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const heard = this.people.flatMap(({ seat, voices }) =>
      voices.map((track) => ({ seat, track })),
    )
    const tracks = heard.map(({ track }) => track)
    this.closeUp.value = { span, levels: this.#levelsWithin(span) }
    const levels = await this.#recording
      .levels({ span, tracks, stretches: STEPS })
      .catch((error: unknown) => {
        if (asked === this.#asked) throw error
      })
    if (!levels || asked !== this.#asked) return
    const of = (seat: SeatId) => levels.filter((_, place) => heard[place]?.seat === seat)
    const seats = [...new Set(heard.map(({ seat }) => seat))]
    this.closeUp.value = {
      span,
      levels: seats.map((seat) => ({ seat, levels: loudestOf(of(seat)) })),
    }
  }

  [Symbol.dispose](): void {
    this.#close()
  }

  get #recording(): OpenRecording {
    if (!this.#open) throw new Error('No recording is open')
    return this.#open.recording
  }

  /** What was measured of that very span already. */
  #levelsWithin({ from, to }: TimeSpan): CloseUp['levels'] {
    const before = this.closeUp.value
    return before?.span.from === from && before.span.to === to ? before.levels : []
  }

  /** A plate is lent to a worker as a copy, so each is drawn once. */
  #plateOf(person: RecordedPerson | undefined, people: number): Promise<ImageBitmap> | undefined {
    if (!person) return undefined
    const { seat, name, office, sideName: side, order } = person
    const kept = `${seat} ${people}`
    const plate =
      this.#plates.get(kept) ?? this.#tools.drawPlate({ name, office, side }, { order, people })
    this.#plates.set(kept, plate)
    return plate
  }

  #close(): void {
    this.#asked += 1
    this.#open?.recording[Symbol.dispose]()
    this.#open = undefined
    this.#plates.clear()
    this.closeUp.value = undefined
    this.view.value = { is: 'none' }
  }
}

function loudestOf(tracks: readonly (readonly number[])[]): number[] {
  return Array.from({ length: STEPS }, (_, step) =>
    Math.max(0, ...tracks.map((levels) => levels[step] ?? 0)),
  )
}
