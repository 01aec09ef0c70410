import { systemClock } from '@parley/client'
import { startFrameWorker, type FrameRoom } from '@parley/sframe'
import { captureDevice, type Capture } from './capture.ts'
import { FrameWorker } from './frameWorker.ts'
import {
  installSealedPeerConnection,
  type ConnectionOwner,
  type Sealed,
} from './sealedPeerConnection.ts'
import { whyUnfit } from './selfTest.ts'
import { SharedMicrophone } from './sharedMicrophone.ts'
import { Transforms } from './transforms.ts'

/** A session to which connections belong. */
export type SessionOwner = ConnectionOwner & { room: FrameRoom }

/**
 * What the media of all rooms of a page stand on: the frame worker, the peer connection, and the
 * microphone. It replaces the page's peer connection; whoever opens it disposes of it, after its sessions.
 */
export class MediaGround implements Disposable {
  readonly worker: FrameWorker
  readonly transforms: Transforms
  readonly sealed: Sealed<SessionOwner>
  readonly microphone = new SharedMicrophone()
  /** Why this browser can carry no media, if so. */
  readonly unfit: Promise<'no-transforms' | 'sends-unsealed' | undefined>
  readonly #capture: Capture
  readonly #ending = new AbortController()

  /** `capture` is asked for each device that is to be sent. */
  constructor({ capture = captureDevice }: { capture?: Capture } = {}) {
    this.#capture = capture
    this.unfit = whyUnfit(RTCPeerConnection, this.#ending.signal).catch(() => 'sends-unsealed')
    this.worker = new FrameWorker({
      start: startFrameWorker,
      clock: systemClock,
      onKeyFrameWanted: (id) => this.transforms.askKeyFrame(id),
      onDead: () => this.sealed.shut(),
    })
    this.transforms = new Transforms(() => this.worker.worker)
    this.sealed = installSealedPeerConnection((to, owner) =>
      this.transforms.attach(to, owner?.room),
    )
  }

  /** The plenary takes devices itself; the caucus borrows the plenary's microphone. */
  captureFor(room: FrameRoom): Capture {
    return room === 'plenary' ? this.#capture : this.microphone.borrowing(this.#capture)
  }

  [Symbol.dispose](): void {
    this.#ending.abort()
    this.sealed.shut()
    this.sealed[Symbol.dispose]()
    this.worker[Symbol.dispose]()
  }
}
