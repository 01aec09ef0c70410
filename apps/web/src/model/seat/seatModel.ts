import type { Clock } from '@parley/call'
import {
  openSeat,
  seatName,
  type KeyStore,
  type OpenSeat,
  type SeatRecord,
  type Server,
} from '@parley/client'
import { Refusal, type RefusalCode } from '@parley/protocol'
import { batch, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { fetched } from '../../adapters/fetched.ts'
import { captureDevice, voicingOf, type Capture } from '../../adapters/media/capture.ts'
import type { AideAtHand } from '../aide/aideModel.ts'
import type { CallSide } from '../callFacts.ts'
import type { Failure } from '../failure.ts'
import { endedView, type EndedView } from '../endedView.ts'
import type { PresenceSource } from '../presence.ts'
import type { SeatReadout } from '../release/readout/seatReadout.ts'
import { callSides } from './callSides.ts'
import { greenRoom, type GreenRoom, type Leaving } from './greenRoom.ts'
import type { LiveCall } from './liveCall.ts'
import { onceDone } from './onceDone.ts'
import { pageIsIdle, prepareCall } from './preparedCall.ts'
import { SlowLoading } from './slowLoading.ts'

/** The screen of a seat: from the green room to the end of its call. */
export type SeatScreen =
  | { is: 'opening' }
  | { is: 'green-room'; room: GreenRoom }
  /** The green room that one came from stands out of sight until the page has time to take it down. */
  | { is: 'call'; room: GreenRoom | undefined }
  | { is: 'ended'; view: ReadonlySignal<EndedView> }
  | { is: 'readout'; model: SeatReadout }
  | { is: 'failed'; code: RefusalCode | Failure }

/** What a seat needs of its window. */
export type SeatParts = {
  server: Server
  store: KeyStore
  clock: Clock
  /** Lives as long as the tab: a page that is loaded again goes back into its call. */
  session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** A seat as its page shows it. */
export interface SeatAtHand extends AsyncDisposable {
  readonly screen: ReadonlySignal<SeatScreen>
  /** The call, from when it stands ready behind the green room: its screen is drawn before it is shown. */
  readonly live: ReadonlySignal<LiveCall | undefined>
  open(): Promise<void>
  /** Whether it may read what its side writes of the call. */
  readonly mayRead: boolean
  /** Reads that, outside the call. */
  read(): Promise<void>
}

/** The device has the seat, or is the console of its aide. */
export type Sitting = SeatAtHand | AideAtHand

/** Sits down at the seat of that record, or at the console of its aide. */
export async function sitAt(parts: SeatParts, record: SeatRecord): Promise<Sitting> {
  if (!record.drives) return new SeatModel(parts, record)
  const { AideModel } = await fetched(() => import('../aide/aideModel.ts'))
  return new AideModel({ ...parts, openSeat, sidesOf: callSides }, record)
}

/** A seat at this device, from the green room to the end. */
class SeatModel implements SeatAtHand {
  readonly #parts: SeatParts
  readonly #record: SeatRecord
  readonly #screen = signal<SeatScreen>({ is: 'opening' })
  readonly #live = signal<LiveCall | undefined>(undefined)
  readonly #ending = new AbortController()
  #held = new AsyncDisposableStack()

  constructor(parts: SeatParts, record: SeatRecord) {
    this.#parts = parts
    this.#record = record
  }

  get screen(): ReadonlySignal<SeatScreen> {
    return this.#screen
  }

  get live(): ReadonlySignal<LiveCall | undefined> {
    return this.#live
  }

  get mayRead(): boolean {
    return this.#record.sideSecret !== undefined
  }

  /** Sits down: in the green room, or back in the call that this tab was in. */
  open(): Promise<void> {
    return this.#begin(() => this.#sitDown())
  }

  read(): Promise<void> {
    return this.#begin(async () => {
      const { openSeatReadout } = await fetched(() => import('../release/readout/seatReadout.ts'))
      const parts = { ...this.#parts, record: this.#record }
      const held = this.#held
      const model = await openSeatReadout(parts, this.#ending.signal)
      if (held.disposed) return model[Symbol.asyncDispose]()
      held.use(model)
      this.#screen.value = { is: 'readout', model }
    })
  }

  async #begin(work: () => Promise<void>): Promise<void> {
    await this.#letGo()
    this.#screen.value = { is: 'opening' }
    try {
      await work()
    } catch (error) {
      if (this.#ending.signal.aborted) return
      if (!(error instanceof Refusal)) throw error
      this.#screen.value = { is: 'failed', code: error.code }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort()
    await this.#letGo()
  }

  async #sitDown(): Promise<void> {
    const { server, store, clock, session } = this.#parts
    const record = this.#record
    const seat = await openSeat({ server, store, clock, record }, this.#ending.signal)
    this.#held.use(seat)
    await seat.documents.caughtUp
    const sides = await callSides(seat.documents.documents, record.side)
    if (!sides.some(({ isOwn }) => isOwn)) {
      this.#screen.value = { is: 'failed', code: 'not-agreed' }
      return
    }
    const kept = session.getItem(this.#kept)
    if (kept) {
      const live = this.#held.use(
        await prepareCall({ seat, clock, sides, capture: captureOf(seat) }),
      )
      return await this.#enter({ live, chosen: JSON.parse(kept) as Leaving })
    }
    this.#wait(seat, sides)
  }

  /** In the green room, with the call made ready behind it once the page has time. */
  #wait(seat: OpenSeat, sides: readonly CallSide[]): void {
    const { clock } = this.#parts
    const held = this.#held
    const outside = held.use(new AsyncDisposableStack())
    const watching = outside.use(new AsyncDisposableStack())
    const capture: Capture = async (kind, device) =>
      room.share(kind, device) ?? (await captureOf(seat)(kind, device))
    const slow = new SlowLoading({ clock, of: 2, tell: (loading) => room.tell({ loading }) })
    const connections = new Set<RTCPeerConnection>()
    const onLoaded = () => slow.step()
    const prepare = onceDone(async () => {
      const made = await prepareCall({ seat, clock, sides, capture, connections, onLoaded })
      slow.step()
      if (held.disposed) await made[Symbol.asyncDispose]()
      else this.#live.value = held.use(made)
      return made
    })
    const join = async (chosen: Leaving) => {
      const waiting = slow.wait()
      const live = await prepare().finally(() => waiting[Symbol.dispose]())
      const entering = this.#enter({ live, chosen, room })
      // One's own commit would have what watches from outside verify the whole group anew.
      await Promise.all([entering, watching.disposeAsync()])
      // Devices and what measured them are let go of when nothing is more urgent.
      await pageIsIdle()
      const shown = this.#screen.peek()
      if (shown.is === 'call' && shown.room === room)
        this.#screen.value = { is: 'call', room: undefined }
      await outside.disposeAsync()
    }
    const onJoin = (chosen: Leaving) =>
      void join(chosen).catch(() => room.tell({ loading: 'failed' }))
    const room = outside.use(greenRoom({ seat, clock, sides, onJoin }))
    this.#screen.value = { is: 'green-room', room }
    watching.use(
      seat.connection.onLine((line) => {
        if (line.is === 'refused') this.#turnAway(line.code as RefusalCode)
        else room.tell({ isServerAway: line.is === 'lost' })
      }),
    )
    const makeReady = async () => {
      await pageIsIdle()
      if (held.disposed) return
      const live = await prepare()
      const { followStanding } = await import('./ownStanding.ts')
      const standing = await followStanding(seat, clock, (why) => room.tell({ held: why }))
      if (watching.disposed) return standing[Symbol.dispose]()
      watching.use(standing)
      await live.prepare()
      if (watching.disposed) return
      watching.defer(effect(() => live.tellReady(room.ready.value)))
      const { Presence } = await import('../presence.ts')
      if (watching.disposed) return
      const watched = { source: fromOutside(seat), clock }
      watching.use(new Presence(watched, (seats) => room.tellPresent(seats)))
    }
    // What could not be made ready is made at the click.
    const begin = async () => {
      await makeReady().catch(() => undefined)
      if (!watching.disposed) outside.use(room.measure(connections))
    }
    void begin()
  }

  /** The server no longer takes this device. */
  #turnAway(code: RefusalCode): void {
    this.#screen.value = { is: 'failed', code }
    queueMicrotask(() => void this.#letGo())
  }

  async #enter({
    live,
    chosen,
    room,
  }: {
    live: LiveCall
    chosen: Leaving
    room?: GreenRoom
  }): Promise<void> {
    const { clock, session } = this.#parts
    const held = this.#held
    session.setItem(this.#kept, JSON.stringify(chosen))
    const sinceMs = clock.nowMs()
    await live.join(chosen)
    if (held.disposed) return
    batch(() => {
      this.#live.value = live
      this.#screen.value = { is: 'call', room }
    })
    const stop = effect(() => {
      const { joining, company } = live.call.value
      if (company.own)
        session.setItem(this.#kept, JSON.stringify({ ...chosen, company: company.own }))
      if (joining.phase !== 'ended') return
      const { title, telephone } = live.model.view.peek()
      session.removeItem(this.#kept)
      const wasInMs = clock.nowMs() - sinceMs
      const place = this.#record
      const view = endedView({ title, by: joining.by, wasInMs, telephone, place })
      // Whoever reads that they left may close the window: by then the others have to know.
      const end = async () => {
        await live.over
        if (held !== this.#held) return
        this.#screen.value = { is: 'ended', view: signal(view) }
        stop()
        await this.#letGo()
      }
      void end()
    })
    held.defer(stop)
  }

  get #kept(): string {
    return `in-call ${seatName(this.#record.call, this.#record.seat)}`
  }

  async #letGo(): Promise<void> {
    const before = this.#held
    this.#held = new AsyncDisposableStack()
    this.#live.value = undefined
    await before.disposeAsync()
  }
}

/** A seat's look at the plenary before it joins: the log is followed for its way in already. */
function fromOutside({ connection, documents, record }: OpenSeat): PresenceSource {
  return {
    connection,
    call: record.call,
    callSecret: async () => record.callSecret,
    known: () => documents.documents,
    isFollowed: true,
  }
}

/** Takes a device as this seat's voice is sent. */
function captureOf({ documents, record }: OpenSeat): Capture {
  const { role } = documents.documents.lists.seats.get(record.seat) ?? {}
  return (kind, device) => captureDevice(kind, device, voicingOf(role))
}
