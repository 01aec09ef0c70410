import type { openSeat, OpenSeat, SeatRecord } from '@parley/client'
import { Refusal, type RefusalCode } from '@parley/protocol'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import type { Failure } from '../failure.ts'
import type { callSides } from '../seat/callSides.ts'
import type { SeatParts } from '../seat/seatModel.ts'
import { aideView, orderOf, type AideEvent, type AideView } from './aideView.ts'
import { driveDisplay, type ConsoleRunner } from './consoleRunner.ts'
import { enterSeatRoom, type SeatRoom } from './seatRoomRunner.ts'

/** The screen of an aide's console. */
export type AideScreen =
  | { is: 'opening' }
  | { is: 'console'; view: ReadonlySignal<AideView> }
  | { is: 'failed'; code: RefusalCode | Failure }

/** An aide's console as its page shows it. */
export interface AideAtHand extends AsyncDisposable {
  readonly screen: ReadonlySignal<AideScreen>
  open(): Promise<void>
  send(event: AideEvent): void
}

/** What a console needs of its window; the rest a seat brings along, which has its code. */
type AideParts = Omit<SeatParts, 'session'> & {
  openSeat: typeof openSeat
  sidesOf: typeof callSides
}

type Inside = { room: SeatRoom; runner: ConsoleRunner }

/** An aide's console on this device: it has no camera, no microphone and no place in the call. */
export class AideModel implements AideAtHand {
  readonly #parts: AideParts
  readonly #record: SeatRecord
  readonly #screen = signal<AideScreen>({ is: 'opening' })
  readonly #inside = signal<Inside | 'entering' | undefined>(undefined)
  readonly #ending = new AbortController()
  #seat: OpenSeat | undefined
  #held = new AsyncDisposableStack()

  constructor(parts: AideParts, record: SeatRecord) {
    this.#parts = parts
    this.#record = record
  }

  get screen(): ReadonlySignal<AideScreen> {
    return this.#screen
  }

  /** Signs in, and shows the door: one click leads in. */
  async open(): Promise<void> {
    await this.#letGo()
    this.#screen.value = { is: 'opening' }
    try {
      await this.#signIn()
    } catch (error) {
      if (this.#ending.signal.aborted) return
      if (!(error instanceof Refusal)) throw error
      this.#screen.value = { is: 'failed', code: error.code }
    }
  }

  /** Nothing is ordered of a display that is not there. */
  send(event: AideEvent): void {
    if (event.type === 'enter-pressed') return void this.#enter()
    const inside = this.#inside.peek()
    if (!inside || inside === 'entering') return undefined
    const { display } = inside.runner.driving.peek()
    if (display) inside.runner.order(orderOf(event, display.word))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort()
    await this.#letGo()
  }

  async #signIn(): Promise<void> {
    const { server, store, clock, sidesOf } = this.#parts
    const record = this.#record
    const seat = await this.#parts.openSeat({ server, store, clock, record }, this.#ending.signal)
    this.#held.use(seat)
    this.#seat = seat
    await seat.documents.caughtUp
    const sides = await sidesOf(seat.documents.documents, record.side)
    const documents = signal(seat.documents.documents)
    const isServerAway = signal(false)
    this.#held.use(seat.documents.listen((now) => (documents.value = now)))
    this.#held.use(
      seat.connection.onLine((line) => {
        isServerAway.value = line.is === 'lost'
        if (line.is === 'refused') this.#turnAway(line.code as RefusalCode)
      }),
    )
    const drives = record.drives ?? record.seat
    const side = sides.find(({ isOwn }) => isOwn)
    if (!side || !documents.value.lists.seats.has(drives)) {
      this.#screen.value = { is: 'failed', code: 'not-agreed' }
      return
    }
    const view = computed(() => {
      const { plan, lists } = documents.value
      const inside = this.#inside.value
      const listed = lists.seats.get(drives)
      return aideView({
        title: plan?.payload.title ?? '',
        seat: { name: listed?.name ?? '', office: listed?.office ?? '', side },
        opens: plan?.payload.modalities.aideOpens ?? 'asks',
        isServerAway: isServerAway.value,
        inside:
          inside === undefined || inside === 'entering'
            ? inside
            : { joining: inside.room.call.value.joining, driving: inside.runner.driving.value },
        names: { lists, sides, agenda: plan?.payload.agenda ?? [] },
      })
    })
    this.#screen.value = { is: 'console', view }
  }

  /** One that was put out, or whose way in failed, may come in again. */
  async #enter(): Promise<void> {
    const seat = this.#seat
    const held = this.#held
    if (!seat || this.#isIn) return
    this.#inside.value = 'entering'
    const { clock } = this.#parts
    try {
      const { keepAwake } = await import('../seat/callCode.ts')
      const room = held.use(await enterSeatRoom(seat, clock))
      const drives = this.#record.drives ?? this.#record.seat
      const runner = held.use(driveDisplay(room, drives, clock))
      held.use(keepAwake())
      if (held === this.#held) this.#inside.value = { room, runner }
    } catch {
      if (held === this.#held) this.#inside.value = undefined
    }
  }

  get #isIn(): boolean {
    const inside = this.#inside.peek()
    if (inside === undefined) return false
    return inside === 'entering' || inside.room.call.peek().joining.phase !== 'ended'
  }

  /** The server no longer takes this device. */
  #turnAway(code: RefusalCode): void {
    this.#screen.value = { is: 'failed', code }
    queueMicrotask(() => void this.#letGo())
  }

  async #letGo(): Promise<void> {
    const before = this.#held
    this.#held = new AsyncDisposableStack()
    this.#seat = undefined
    this.#inside.value = undefined
    await before.disposeAsync()
  }
}
