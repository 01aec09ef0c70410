import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { Changes } from './changes.ts'
import { clearBytesOf } from './clearBytes.ts'
import type { WorkerClock } from './clock.ts'
import { count, type Counts, type ReceiveDrop } from './counts.ts'
import { frameKeyOf, type Epochs, type HeldEpoch } from './epochs.ts'
import { openFrame, splitFrame, type SealedFrame } from './frame.ts'
import type { IncomingTrack, IncomingTracks } from './incomingTracks.ts'
import { decodeKeyId, encodeKeyId } from './keyId.ts'
import type { MediaFrame } from './mediaFrame.ts'

/** The one leaf and track that a receiver may carry, as the signed roster names them. */
export type Binding = {
  leaf: LeafIndex
  track: TrackNumber
  isMicrophone: boolean
  /** Its leaf signs for each frame; of a microphone its bounds say it. */
  isAttested?: boolean
}

/** How long frames wait for a binding or for the word `opened`. Larger: old sound in a burst. Smaller: first words cut off. */
const WORD_WAITED_FOR_MS = 300

/** How long frames of an epoch not yet reached wait. Larger: older pictures in a burst. Smaller: a slow commit freezes pictures. */
const KEY_WAITED_FOR_MS = 2000

/** What every receiver of the worker shares. */
export type ReceiverShares = {
  clock: WorkerClock
  changes: Changes
  epochs: Epochs
  tracks: IncomingTracks
  unbound: Counts<ReceiveDrop>
  isFiller: (data: Bytes) => boolean
  /** A frame opened that may be played. It is read before this returns. */
  onOpened: (binding: Binding, frame: MediaFrame, opened: Bytes) => void
  /** A frame whose leaf signs for each goes to the decoder. */
  onAttested: (track: IncomingTrack, ctr: number, frame: MediaFrame) => void
}

type Judged = { sealed: SealedFrame; epoch: HeldEpoch; kid: number; binding: Binding }
type Verdict = ReceiveDrop | { waitMs: number; else: ReceiveDrop } | Judged

/** One receiver of the browser. It gives its decoder nothing but what opened under the one key that may be. */
export class Receiver {
  readonly #shares: ReceiverShares
  #binding: Binding | undefined

  constructor(shares: ReceiverShares) {
    this.#shares = shares
  }

  /** Undefined unbinds. What is being opened under the binding before is dropped. */
  bind(binding: Binding | undefined): void {
    this.#binding = binding
  }

  /** The frame opened, or why it is not played. Waits where that helps; frames are given one at a time. Never throws. */
  async open(frame: MediaFrame): Promise<Bytes | ReceiveDrop> {
    const opened = await this.#open(frame).catch((): ReceiveDrop => 'failed')
    const { clock, tracks, unbound } = this.#shares
    const track = this.#binding && tracks.of(this.#binding.leaf, this.#binding.track)
    count(track?.counts ?? unbound, typeof opened === 'string' ? opened : undefined)
    if (track && typeof opened !== 'string') track.passedAtMs = clock.nowMs()
    return opened
  }

  async #open(frame: MediaFrame): Promise<Bytes | ReceiveDrop> {
    const judged = await this.#judgeInTime(frame)
    if (typeof judged === 'string') return judged
    const { sealed, epoch, kid, binding } = judged
    const track = this.#shares.tracks.of(binding.leaf, binding.track)
    const { window } = track
    const ctr = Number(sealed.ctr)
    if (!Number.isSafeInteger(ctr)) return 'malformed'
    const opened = await openFrame(sealed, await frameKeyOf(epoch, kid))
    if (!opened) return 'not-authentic'
    if (!window.isFresh(ctr)) return 'replayed'
    window.remember(ctr)
    if (binding.isMicrophone && !(await this.#isWithinBounds(binding, ctr, frame.arrivedAtMs)))
      return 'outside-bounds'
    if (this.#binding !== binding) return 'unbound'
    if (!this.#shares.epochs.hasLeaf(binding.leaf, epoch.epoch)) return 'not-in-epoch'
    if (binding.isMicrophone ? track.bounds?.isAttested : binding.isAttested)
      this.#shares.onAttested(track, ctr, frame)
    this.#shares.onOpened(binding, frame, opened)
    return opened
  }

  async #judgeInTime(frame: MediaFrame): Promise<ReceiveDrop | Judged> {
    const { clock, changes } = this.#shares
    for (;;) {
      const verdict = this.#judge(frame)
      if (typeof verdict === 'string' || !('waitMs' in verdict)) return verdict
      const untilMs = frame.arrivedAtMs + verdict.waitMs
      if (clock.nowMs() >= untilMs) return verdict.else
      await changes.next(clock, untilMs)
    }
  }

  #judge({ data, mimeType, isKeyFrame }: MediaFrame): Verdict {
    const { epochs, isFiller } = this.#shares
    const binding = this.#binding
    if (isFiller(data)) return 'filler'
    if (!binding) return { waitMs: WORD_WAITED_FOR_MS, else: 'unbound' }
    const clearBytes = clearBytesOf(mimeType, isKeyFrame)
    if (clearBytes === undefined) return 'codec-not-allowed'
    const sealed = splitFrame(data, clearBytes)
    const keyId = sealed && decodeKeyId(sealed.kid)
    if (!keyId) return 'malformed'
    if (keyId.leaf !== binding.leaf) return 'wrong-leaf'
    if (keyId.track !== binding.track) return 'wrong-track'
    const epoch = epochs.find(keyId.epochByte)
    if (epoch === 'unknown-epoch') return { waitMs: KEY_WAITED_FOR_MS, else: epoch }
    if (epoch === 'old-epoch') return epoch
    if (!epochs.hasLeaf(keyId.leaf, epoch.epoch)) return 'not-in-epoch'
    return { sealed, epoch, kid: encodeKeyId(keyId, epoch.epoch), binding }
  }

  async #isWithinBounds(
    { leaf, track }: Binding,
    ctr: number,
    arrivedAtMs: number,
  ): Promise<boolean> {
    const { clock, changes, tracks } = this.#shares
    const untilMs = arrivedAtMs + WORD_WAITED_FOR_MS
    for (;;) {
      const { bounds } = tracks.of(leaf, track)
      if (bounds && ctr < bounds.from) return false
      if (bounds && (bounds.after === undefined || ctr <= bounds.after)) return true
      if (clock.nowMs() >= untilMs) return false
      await changes.next(clock, untilMs)
    }
  }
}
