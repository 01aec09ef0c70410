import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import { FrameEngine } from '../frameEngine.ts'
import type { MediaFrame } from '../mediaFrame.ts'
import type { EngineReport } from '../messages.ts'
import { MicrophoneGate } from '../microphoneGate.ts'
import type { EpochCause, LeafSince } from '../epochs.ts'
import type { ManualClock } from './manualClock.ts'

/** A leaf of the tests. */
export const leafOf = (index: number): LeafIndex => index as LeafIndex

/** A track of the tests. */
export const trackOf = (number: number): TrackNumber => number as TrackNumber

/** The base key of an epoch, the same for all who are in it. */
const baseKeyOf = (epoch: number): Bytes => new Uint8Array(32).fill(epoch + 1)

/** One member's frame worker without a browser. */
export class Side {
  readonly engine: FrameEngine
  readonly reports: EngineReport[] = []
  readonly #clock: ManualClock
  readonly #leaf: LeafIndex

  constructor(clock: ManualClock, leaf: number) {
    this.#clock = clock
    this.#leaf = leafOf(leaf)
    const report = (each: EngineReport) => this.reports.push(each)
    this.engine = new FrameEngine({ clock, gate: new MicrophoneGate(), report })
  }

  /** Everyone in the tests is in from epoch 0, unless told otherwise. */
  async install(
    epoch: number,
    {
      isAttested = false,
      cause = 'join',
      leaves = [0, 1, 2].map((leaf) => ({ leaf: leafOf(leaf), since: 0 })),
    }: { isAttested?: boolean; cause?: EpochCause; leaves?: LeafSince[] } = {},
  ): Promise<void> {
    const baseKey = baseKeyOf(epoch)
    const you = this.#leaf
    const installed = { epoch, baseKey, you, leaves, cause, isAttested }
    this.engine.handle({ do: 'install-epoch', ...installed })
    await this.#clock.move(0)
  }

  /** Lets out what its senders seal, and binds the first of them. */
  sends(track: number, { isMicrophone = false } = {}): void {
    this.engine.handle({ do: 'hold-back', isHeld: false })
    this.engine.handle({ do: 'bind-sender', id: 1, track: trackOf(track), isMicrophone })
  }

  hears(leaf: number, track: number, { isMicrophone = false } = {}): void {
    const to = { leaf: leafOf(leaf), track: trackOf(track), isMicrophone }
    this.engine.handle({ do: 'bind-receiver', id: 2, ...to })
  }

  seal(frame: Partial<MediaFrame> = {}): Promise<Bytes | string> {
    return this.engine.seal(1, { ...this.#frame(words()), ...frame })
  }

  open(data: Bytes | string, frame: Partial<MediaFrame> = {}): Promise<Bytes | string> {
    if (typeof data === 'string') throw new Error(`was not sealed: ${data}`)
    return this.engine.open(2, { ...this.#frame(data), ...frame })
  }

  #frame(data: Bytes): MediaFrame {
    return { data, mimeType: 'audio/opus', isKeyFrame: false, arrivedAtMs: this.#clock.nowMs() }
  }
}

/** A frame as an encoder makes it. */
export function words(): Bytes {
  return new TextEncoder().encode('a frame of sound that nobody else may hear')
}
