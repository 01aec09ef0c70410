import type { Bytes, TrackNumber } from '@parley/protocol'
import { clearBytesOf } from './clearBytes.ts'
import { count, noCounts, type Counts, type SendDrop } from './counts.ts'
import { frameKeyOf, type Epochs } from './epochs.ts'
import { sealFrame } from './frame.ts'
import type { HoldBack } from './holdBack.ts'
import { encodeKeyId } from './keyId.ts'
import type { MediaFrame } from './mediaFrame.ts'
import type { TransformId } from './messages.ts'
import type { Gated, MicrophoneGate } from './microphoneGate.ts'
import { SealedHashes } from './sealedHashes.ts'

/** What a track's frames go out by. */
type OutgoingParts = {
  epochs: Epochs
  holdBack: HoldBack
  /** A microphone's; a track without one has nothing to open. */
  gate: MicrophoneGate | undefined
  /** Whether a track without a gate is signed for. */
  isAttested: () => boolean
  /** The gate was open for it, and is for no longer; the counter of the last frame that may have passed. */
  onGateTaken: (after: number) => void
  /** A frame goes out now, sealed. As its encoder made it, it is read before this returns. */
  onSealed: (by: TransformId, frame: MediaFrame, made: Bytes) => void
}

/**
 * A track of one's own. Its counter is shared by all layers and goes on over reconnects and epochs,
 * so that no key ever meets a counter twice.
 */
export class OutgoingTrack implements Gated {
  readonly counts: Counts<SendDrop> = noCounts()
  /** Of what went out while it was to be attested. */
  readonly hashes = new SealedHashes()
  readonly #track: TrackNumber
  readonly #epochs: Epochs
  readonly #holdBack: HoldBack
  readonly #gate: MicrophoneGate | undefined
  readonly #isAttested: () => boolean
  readonly #onGateTaken: (after: number) => void
  readonly #onSealed: OutgoingParts['onSealed']
  #isOpenAttested = false
  #closings = 0
  #next = 0

  constructor(track: TrackNumber, parts: OutgoingParts) {
    const { epochs, holdBack, gate, isAttested, onGateTaken, onSealed } = parts
    this.#track = track
    this.#epochs = epochs
    this.#holdBack = holdBack
    this.#gate = gate
    this.#isAttested = gate ? () => this.#isOpenAttested : isAttested
    this.#onGateTaken = onGateTaken
    this.#onSealed = onSealed
  }

  /** The counter that the next frame is sealed under. */
  get next(): number {
    return this.#next
  }

  /** Frames pass from now on, and those of no other microphone; the counter of the first. */
  open({ isAttested = false } = {}): number {
    this.#gate?.openFor(this)
    this.#isOpenAttested = isAttested
    return this.#next
  }

  /** Nothing passes from now on, not even what is being sealed; the counter of the last that may have passed. */
  close(): number {
    this.#gate?.closeFor(this)
    this.#closings++
    return this.#next - 1
  }

  giveWay(): void {
    this.#onGateTaken(this.close())
  }

  /** The sealed frame, or why it does not go out. Never throws, never gives the frame back as it came. */
  async seal(frame: MediaFrame, by: TransformId): Promise<Bytes | SendDrop> {
    const sealed = await this.#seal(frame, by).catch((): SendDrop => 'failed')
    count(this.counts, typeof sealed === 'string' ? sealed : undefined)
    return sealed
  }

  async #seal(frame: MediaFrame, by: TransformId): Promise<Bytes | SendDrop> {
    const shut = this.#whyShut()
    if (shut) return shut
    const { data, mimeType, isKeyFrame } = frame
    const clearBytes = clearBytesOf(mimeType, isKeyFrame)
    if (clearBytes === undefined) return 'codec-not-allowed'
    const epoch = this.#epochs.sending
    if (!epoch) return 'no-epoch'
    const ctr = this.#next++
    const stops = this.#holdBack.stops + this.#closings
    const kid = encodeKeyId({ track: this.#track, leaf: epoch.you }, epoch.epoch)
    const frameKey = await frameKeyOf(epoch, kid)
    const sealed = await sealFrame(data, { frameKey, kid, ctr, clearBytes })
    if (stops !== this.#holdBack.stops + this.#closings) return this.#whyShut() ?? 'held-back'
    if (this.#isAttested()) this.hashes.add(ctr, sealed)
    this.#onSealed(by, frame, data)
    return sealed
  }

  #whyShut(): SendDrop | undefined {
    if (this.#holdBack.isHeld) return 'held-back'
    return !this.#gate || this.#gate.isOpenFor(this) ? undefined : 'gate-closed'
  }
}
