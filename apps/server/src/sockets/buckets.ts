import type { Clock } from '../clock.ts'
import { Bucket } from './bucket.ts'

/**
 * What sockets of one network may say together while it is not known for whom they speak; to sign in is two messages.
 * Larger: strangers cost more. Smaller: two hundred people behind one router come back late.
 */
export const STRANGERS_OF_A_NETWORK: Rate = { size: 800, perSecond: 200 }

type Rate = { size: number; perSecond: number }
type Shared = { bucket: Bucket; sockets: number }

/** One bucket for each that sockets speak for, however many they are. It is kept until nobody has it and it is full. */
export class Buckets {
  readonly #clock: Clock
  readonly #rate: Rate
  readonly #shared = new Map<string, Shared>()

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock
    this.#rate = rate
  }

  /** How many are kept. */
  get count(): number {
    return this.#shared.size
  }

  /** For one socket more, until that lets go of it. */
  share(name: string): { bucket: Bucket } & Disposable {
    for (const [known, { bucket, sockets }] of this.#shared)
      if (sockets === 0 && bucket.isFull) this.#shared.delete(known)
    const shared = this.#shared.get(name) ?? {
      bucket: new Bucket(this.#clock, this.#rate),
      sockets: 0,
    }
    this.#shared.set(name, shared)
    shared.sockets++
    return { bucket: shared.bucket, [Symbol.dispose]: () => void shared.sockets-- }
  }
}
