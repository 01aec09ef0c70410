import type { TrackNumber } from '@parley/protocol'
import type { EngineCommand, FrameRoom, RoomCommand, WorkerReport } from '@parley/sframe'

type Counted = WorkerReport & { type: 'counted' }
type OfFrames = WorkerReport & { type: 'sealed' | 'doubted' | 'how-far-wanted' }

/** A question that the worker has not answered yet. */
type Ask = { about: string; settle: (answer: number | undefined) => void; looks: number }

/** What a room hears of the frame worker. */
export type RoomEar = {
  onCounted: (counted: Counted) => void
  /** The gate was open for that track until it was opened for another room's. */
  onGateTaken: (taken: { track: TrackNumber; after: number }) => void
  /** What went out to be signed for, or what is to be thought and asked of what another's device signs. */
  onFrames: (report: OfFrames) => void
  /** The worker died or hung: what it carried is shut. */
  onDead: () => void
  /** Another has begun, shut and without a key. */
  onRenewed: () => void
}

/** A room's end of the frame worker: commands in order, answers as promises. Disposing ends the room in it. */
export class WorkerRoom implements Disposable {
  readonly #name: FrameRoom
  readonly #ear: RoomEar
  readonly #post: (command: RoomCommand, moved?: Transferable[]) => void
  readonly #nextAsk: () => number
  readonly #onEnd: () => void
  #asks: readonly Ask[] = []
  /** As the worker that lives was told last; one that begins holds everything back. */
  #isHeldBack = true

  constructor({
    name,
    ear,
    post,
    nextAsk,
    onEnd,
  }: {
    name: FrameRoom
    ear: RoomEar
    /** To the worker that lives; what is moved is no longer here. */
    post: (command: RoomCommand, moved?: Transferable[]) => void
    /** Numbers that no other question has: not even one of a room of this name that has ended. */
    nextAsk: () => number
    onEnd: () => void
  }) {
    this.#name = name
    this.#ear = ear
    this.#post = post
    this.#nextAsk = nextAsk
    this.#onEnd = onEnd
  }

  /** Bytes of keys are moved and wiped: none stay on the page. */
  send(command: EngineCommand): void {
    if (command.do === 'hold-back') {
      if (command.isHeld === this.#isHeldBack) return
      this.#isHeldBack = command.isHeld
    }
    const room = this.#name
    if (command.do !== 'install-epoch') return this.#post({ room, ...command })
    const baseKey = command.baseKey.slice()
    command.baseKey.fill(0)
    this.#post({ room, ...command, baseKey }, [baseKey.buffer])
  }

  /** Resolves when frames can be sealed and opened under it, or when the worker has ended. */
  async install(command: EngineCommand & { do: 'install-epoch' }): Promise<void> {
    const installed = this.#ask(`epoch ${command.epoch}`)
    this.send(command)
    await installed
  }

  /** Resolves to the counter that the worker answers; undefined when it has ended. */
  moveGate(
    to: 'open-gate' | 'close-gate',
    track: TrackNumber,
    how?: { isAttested: boolean },
  ): Promise<number | undefined> {
    const ask = this.#nextAsk()
    const answered = this.#ask(`gate ${ask}`)
    this.send({ do: to, ask, track, ...how })
    return answered
  }

  /** For its worker: a report about this room. */
  hear(report: WorkerReport): void {
    switch (report.type) {
      case 'counted':
        return this.#ear.onCounted(report)
      case 'gate-taken':
        return this.#ear.onGateTaken(report)
      case 'sealed':
      case 'doubted':
      case 'how-far-wanted':
        return this.#ear.onFrames(report)
      case 'epoch-installed':
        return this.#answer(`epoch ${report.epoch}`, undefined)
      case 'gate-opened':
        return this.#answer(`gate ${report.ask}`, report.from)
      case 'gate-closed':
        return this.#answer(`gate ${report.ask}`, report.after)
    }
  }

  /** For its worker, once a second: at how many looks the oldest question was not answered. */
  look(): number {
    this.#asks = this.#asks.map((ask) => ({ ...ask, looks: ask.looks + 1 }))
    return this.#asks[0]?.looks ?? 0
  }

  die(): void {
    this.#ear.onDead()
  }

  renew(): void {
    this.#isHeldBack = true
    this.#ear.onRenewed()
  }

  settleAll(): void {
    const asks = this.#asks
    this.#asks = []
    for (const { settle } of asks) settle(undefined)
  }

  [Symbol.dispose](): void {
    this.#post({ room: this.#name, do: 'end-room' })
    this.#onEnd()
    this.settleAll()
  }

  #ask(about: string): Promise<number | undefined> {
    const { promise, resolve } = Promise.withResolvers<number | undefined>()
    this.#asks = [...this.#asks, { about, settle: resolve, looks: 0 }]
    return promise
  }

  #answer(about: string, answer: number | undefined): void {
    const answered = this.#asks.filter((ask) => ask.about === about)
    this.#asks = this.#asks.filter((ask) => ask.about !== about)
    for (const { settle } of answered) settle(answer)
  }
}
