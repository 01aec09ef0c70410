import type { Bytes, LeafIndex } from '@parley/protocol'
import type { WorkerClock } from './clock.ts'
import { deriveFrameKey, importBaseKey, type FrameKey } from './keySchedule.ts'

/** What caused an epoch: it decides when frames go out under it, and how long the one before is kept. */
export type EpochCause = 'join' | 'withdrawal' | 'other'

/** A leaf, and the epoch in which it joined: an index belongs to it from then on only. */
export type LeafSince = { leaf: LeafIndex; since: number }

/** An epoch as it comes to the worker. */
export type NewEpoch = {
  epoch: number
  baseKey: Bytes
  you: LeafIndex
  leaves: readonly LeafSince[]
  cause: EpochCause
}

/** An epoch whose frames can be sealed or opened. */
export type HeldEpoch = {
  epoch: number
  you: LeafIndex
  baseKey: Promise<CryptoKey>
  keys: Map<number, Promise<FrameKey>>
}

/** Larger: a removed member's late frames open for longer. Smaller: frames under way at a change are lost. */
const OLD_EPOCH_KEPT_MS = 3000

/** Likewise, when the commit put somebody out at once. */
const OLD_EPOCH_KEPT_AFTER_WITHDRAWAL_MS = 500

/** Larger: slow members lose nothing, removed ones hear longer. Smaller: members who are late hold more frames. */
const SENDER_SWITCHES_AFTER_MS = 250

/** A key id has eight bits of the epoch: with 64 held, each of them names one. */
const EPOCHS_HELD = 64

/** The epochs whose keys the worker has, and the one it seals under. docs/protocol.md, "Frames". */
export class Epochs {
  readonly #clock: WorkerClock
  readonly #timers = new Set<Disposable>()
  #held: readonly HeldEpoch[] = []
  #leaves: ReadonlyMap<LeafIndex, number> = new Map()
  #sending: HeldEpoch | undefined

  constructor(clock: WorkerClock) {
    this.#clock = clock
  }

  /** The epoch to seal under, once there is one. */
  get sending(): HeldEpoch | undefined {
    return this.#sending
  }

  /**
   * Takes an epoch newer than all held; an older one changes nothing. While nothing goes out, what goes
   * out next goes out under it: in the one before sits somebody who may not have it. Resolves when its
   * key is usable.
   */
  async install(
    { epoch, baseKey: bytes, you, leaves, cause }: NewEpoch,
    { isHeldBack }: { isHeldBack: boolean },
  ): Promise<void> {
    const newest = this.#held.at(-1)
    if (newest && epoch <= newest.epoch) return
    const baseKey = importBaseKey(bytes).finally(() => bytes.fill(0))
    const held = { epoch, you, baseKey, keys: new Map() }
    const old = new Set(this.#held)
    this.#held = [...this.#held, held].slice(-EPOCHS_HELD)
    this.#leaves = new Map(leaves.map(({ leaf, since }) => [leaf, since]))
    this.#after(
      cause === 'withdrawal' ? OLD_EPOCH_KEPT_AFTER_WITHDRAWAL_MS : OLD_EPOCH_KEPT_MS,
      () => {
        this.#held = this.#held.filter((each) => !old.has(each))
      },
    )
    if (cause === 'other' && this.#sending && !isHeldBack)
      this.#after(SENDER_SWITCHES_AFTER_MS, () => this.#sendUnder(held))
    else this.#sendUnder(held)
    await baseKey
  }

  /** The epoch that a key id names, or why there is none. */
  find(epochByte: number): HeldEpoch | 'unknown-epoch' | 'old-epoch' {
    const found = this.#held.find(({ epoch }) => epoch % 256 === epochByte)
    if (found) return found
    const newest = this.#held.at(-1)
    if (!newest) return 'unknown-epoch'
    return (epochByte - newest.epoch) & 128 ? 'old-epoch' : 'unknown-epoch'
  }

  /** In the newest tree, and the same leaf that the index named in that epoch. */
  hasLeaf(leaf: LeafIndex, epoch: number): boolean {
    const since = this.#leaves.get(leaf)
    return since !== undefined && since <= epoch
  }

  /** Since which epoch an index belongs to its present leaf. */
  since(leaf: LeafIndex): number | undefined {
    return this.#leaves.get(leaf)
  }

  /** Another group, or another leaf of one's own: nothing before is sealed under or opened again. */
  forget(): void {
    for (const timer of this.#timers) timer[Symbol.dispose]()
    this.#timers.clear()
    this.#held = []
    this.#leaves = new Map()
    this.#sending = undefined
  }

  #sendUnder(held: HeldEpoch): void {
    if (!this.#sending || this.#sending.epoch < held.epoch) this.#sending = held
  }

  #after(ms: number, run: () => void): void {
    const timer = this.#clock.after(ms, () => {
      this.#timers.delete(timer)
      run()
    })
    this.#timers.add(timer)
  }
}

/** The key of a key id in an epoch, derived once. */
export function frameKeyOf({ baseKey, keys }: HeldEpoch, kid: number): Promise<FrameKey> {
  const known = keys.get(kid)
  if (known) return known
  const derived = baseKey.then((key) => deriveFrameKey(key, BigInt(kid)))
  keys.set(kid, derived)
  return derived
}
