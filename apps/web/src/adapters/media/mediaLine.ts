import type { Clock, MediaTicket } from '@parley/call'
import { ConnectionState, RoomEvent, type Room } from 'livekit-client'
import type { ReadTransport } from './pulse.ts'
import { joinAfterMs } from './reconnectPolicy.ts'
import { SignallingLoss } from './signallingLoss.ts'

type Ask = (signal: AbortSignal) => Promise<MediaTicket>

/** Larger: a dead line is noticed late. Smaller: slow lines never connect. */
const CONNECT_WITHIN_MS = 8000

/** Larger: an attempt made while the network was gone is waited for. Smaller: one just begun is begun again. */
const HANGS_AFTER_MS = 1000

/**
 * The one connection to the media server: made, mended briefly by the client, then left and made anew,
 * until it is disposed of.
 */
export class MediaLine implements AsyncDisposable {
  readonly #makeRoom: (isFlowing: () => boolean) => Room
  readonly #onRoom: (room: Room | undefined) => void
  readonly #onLost: (sinceMs: number) => void
  readonly #onBack: () => void
  readonly #read: ReadTransport
  readonly #clock: Clock
  readonly #rtcConfig: RTCConfiguration
  #ending = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #poke: () => void = () => undefined
  #room: Room | undefined

  constructor({
    makeRoom,
    onRoom,
    onLost,
    onBack,
    read,
    clock,
    rtcConfig,
  }: {
    /** A room that is mended for as long as media flow. */
    makeRoom: (isFlowing: () => boolean) => Room
    onRoom: (room: Room | undefined) => void
    onLost: (sinceMs: number) => void
    onBack: () => void
    read: ReadTransport
    clock: Clock
    /** Each connection of its rooms is made with it. */
    rtcConfig: RTCConfiguration
  }) {
    this.#makeRoom = makeRoom
    this.#onRoom = onRoom
    this.#onLost = onLost
    this.#onBack = onBack
    this.#read = read
    this.#clock = clock
    this.#rtcConfig = rtcConfig
  }

  /** Leaves what it was in, then stays connected with tickets from `ask`. */
  connect(ask: Ask): void {
    this.#ending.abort()
    const ending = new AbortController()
    const before = this.#running
    this.#ending = ending
    this.#running = before.then(() => this.#stay(ask, ending.signal))
  }

  /** Leaves what it was in, until it is to connect again. */
  leave(): void {
    this.#ending.abort()
  }

  /** Tries at once what it was waiting for, also an attempt that hangs; a connection that stands is left alone. */
  poke(): void {
    if (this.#room?.state !== ConnectionState.Connected) this.#poke()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort()
    await this.#running
  }

  async #stay(ask: Ask, signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      const was = await this.#connectOnce(ask, signal)
      if (signal.aborted) return
      this.#onLost(this.#clock.nowMs())
      failures = was === 'failed' ? failures + 1 : 0
      await this.#pause(joinAfterMs(failures), signal)
    }
  }

  /** Resolves when that connection is over: whether there was one, or the attempt was given up to make another. */
  async #connectOnce(ask: Ask, signal: AbortSignal): Promise<'connected' | 'failed' | 'given-up'> {
    using signalling = new SignallingLoss({
      clock: this.#clock,
      read: this.#read,
      onDry: this.#onLost,
    })
    const room = this.#makeRoom(() => signalling.isFlowing)
    const over = Promise.withResolvers<void>()
    room
      .on(RoomEvent.Disconnected, () => over.resolve())
      .on(RoomEvent.SignalReconnecting, () => signalling.begin())
      // It would begin anew in the same room, where tracks of others at times never come: we do that ourselves.
      .on(RoomEvent.Reconnecting, () => over.resolve())
      .on(RoomEvent.Reconnected, () => {
        signalling.end()
        this.#onBack()
      })
    signal.addEventListener('abort', () => over.resolve(), { once: true })
    const sinceMs = this.#clock.nowMs()
    const givenUp = Promise.withResolvers<'given-up'>()
    this.#poke = () => {
      if (this.#clock.nowMs() - sinceMs >= HANGS_AFTER_MS) givenUp.resolve('given-up')
    }
    signal.addEventListener('abort', () => givenUp.resolve('given-up'), { once: true })
    try {
      const entered = this.#enter(room, ask, signal)
      // Given up, it may still fail: nobody waits for it then.
      entered.catch(() => undefined)
      if ((await Promise.race([entered, givenUp.promise])) === 'given-up') return 'given-up'
      signal.throwIfAborted()
      this.#room = room
      this.#poke = () => {
        if (!signalling.isFlowing) over.resolve()
      }
      this.#onRoom(room)
      this.#onBack()
      await over.promise
      return 'connected'
    } catch {
      return 'failed'
    } finally {
      if (this.#room) this.#onRoom(undefined)
      this.#room = undefined
      // Its devices go on in the next connection: they are not stopped here.
      await room.disconnect(false).catch(() => undefined)
    }
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#poke = resolve
    using _ = this.#clock.after(ms, resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
    await promise
  }

  async #enter(room: Room, ask: Ask, signal: AbortSignal): Promise<void> {
    const { url, token } = await ask(signal)
    await room.connect(url, token, {
      autoSubscribe: false,
      maxRetries: 0,
      peerConnectionTimeout: CONNECT_WITHIN_MS,
      websocketTimeout: CONNECT_WITHIN_MS,
      rtcConfig: this.#rtcConfig,
    })
    await room.setE2EEEnabled(true)
  }
}
