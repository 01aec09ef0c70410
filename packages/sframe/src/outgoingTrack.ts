import type { Bytes, TrackNumber } from '@parley/protocol'
import { clearBytesOf } from './clearBytes.ts'
import { count, noCounts, type Counts, type SendDrop } from './counts.ts'
import { frameKeyOf, type Epochs } from './epochs.ts'
import { sealFrame } from './frame.ts'
import type { HoldBack } from './holdBack.ts'
import { encodeKeyId } from './keyId.ts'
import type { MediaFrame } from './mediaFrame.ts'

/**
 * A track of one's own. Its counter is shared by all layers and goes on over reconnects and epochs,
 * so that no key ever meets a counter twice.
 */
export class OutgoingTrack {
  readonly counts: Counts<SendDrop> = noCounts()
  readonly #track: TrackNumber
  readonly #epochs: Epochs
  readonly #holdBack: HoldBack
  #gate: 'none' | 'open' | 'closed'
  #closings = 0
  #next = 0

  constructor(
    track: TrackNumber,
    { epochs, holdBack, isGated }: { epochs: Epochs; holdBack: HoldBack; isGated: boolean },
  ) {
    this.#track = track
    this.#epochs = epochs
    this.#holdBack = holdBack
    this.#gate = isGated ? 'closed' : 'none'
  }

  /** Frames pass from now on; the counter of the first. A track without a gate has nothing to open. */
  open(): number {
    if (this.#gate === 'closed') this.#gate = 'open'
    return this.#next
  }

  /** Nothing passes from now on, not even what is being sealed; the counter of the last that may have passed. */
  close(): number {
    if (this.#gate === 'open') this.#gate = 'closed'
    this.#closings++
    return this.#next - 1
  }

  /** The sealed frame, or why it does not go out. Never throws, never gives the frame back as it came. */
  async seal(frame: MediaFrame): Promise<Bytes | SendDrop> {
    const sealed = await this.#seal(frame).catch((): SendDrop => 'failed')
    count(this.counts, typeof sealed === 'string' ? sealed : undefined)
    return sealed
  }

  async #seal({ data, mimeType, isKeyFrame }: MediaFrame): Promise<Bytes | SendDrop> {
    const shut = this.#whyShut()
    if (shut) return shut
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
    return sealed
  }

  #whyShut(): SendDrop | undefined {
    if (this.#holdBack.isHeld) return 'held-back'
    return this.#gate === 'closed' ? 'gate-closed' : undefined
  }
}
