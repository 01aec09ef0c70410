import type { Clock } from '@parley/call'

/** Larger: a picture whose packets come again stays still for longer. Smaller: a still one costs more. */
const LOOK_EVERY_MS = 100

/** Larger: a wish that was lost is missed for longer. Smaller: whoever sends makes key frames in vain. */
const ASK_EVERY_MS = 300

/** What a receiver got so far. */
export type Arrived = { packets: number; frames: number }

type Still = { arrived: Arrived | undefined; askedAtMs: number }

/**
 * Has a picture that stood still begin again as soon as its packets come. By itself the browser asks for
 * what was lost for a second before it asks for a picture that needs nothing of that.
 */
export class StalledPictures<Receiver> implements Disposable {
  readonly #clock: Clock
  readonly #read: (receiver: Receiver) => Promise<Arrived>
  readonly #ask: (receiver: Receiver) => void
  readonly #still = new Map<Receiver, Still>()
  #timer: Disposable | undefined

  constructor({
    clock,
    read,
    ask,
  }: {
    clock: Clock
    read: (receiver: Receiver) => Promise<Arrived>
    /** Is to have whoever sends make a key frame. */
    ask: (receiver: Receiver) => void
  }) {
    this.#clock = clock
    this.#read = read
    this.#ask = ask
  }

  /** Those that should show something and have not for a moment: the whole list each time. */
  watch(receivers: readonly Receiver[]): void {
    for (const receiver of this.#still.keys())
      if (!receivers.includes(receiver)) this.#still.delete(receiver)
    for (const receiver of receivers)
      if (!this.#still.has(receiver))
        this.#still.set(receiver, { arrived: undefined, askedAtMs: -Infinity })
    this.#lookLater()
  }

  [Symbol.dispose](): void {
    this.#still.clear()
    this.#timer?.[Symbol.dispose]()
  }

  #lookLater(): void {
    if (this.#timer || this.#still.size === 0) return
    this.#timer = this.#clock.after(LOOK_EVERY_MS, () => {
      void this.#lookAtAll()
    })
  }

  async #lookAtAll(): Promise<void> {
    await Promise.allSettled([...this.#still.keys()].map((receiver) => this.#look(receiver)))
    this.#timer = undefined
    this.#lookLater()
  }

  async #look(receiver: Receiver): Promise<void> {
    const arrived = await this.#read(receiver)
    const still = this.#still.get(receiver)
    if (!still) return
    const before = still.arrived
    still.arrived = arrived
    if (!before || arrived.packets === before.packets) return
    if (arrived.frames !== before.frames) return void this.#still.delete(receiver)
    const nowMs = this.#clock.nowMs()
    if (nowMs - still.askedAtMs < ASK_EVERY_MS) return
    still.askedAtMs = nowMs
    this.#ask(receiver)
  }
}

/** As the browser counts it. */
export async function readArrived(receiver: RTCRtpReceiver): Promise<Arrived> {
  const arrived = { packets: 0, frames: 0 }
  const report = await receiver.getStats()
  report.forEach((entry: Partial<RTCInboundRtpStreamStats>) => {
    if (entry.type !== 'inbound-rtp') return
    arrived.packets += entry.packetsReceived ?? 0
    arrived.frames += entry.framesReceived ?? 0
  })
  return arrived
}
