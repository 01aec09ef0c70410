import type { FrameRoom, TransformId, TransformOptions } from '@parley/sframe'

/**
 * Gives senders and receivers their transform, at birth and once, and knows each by its number. The room
 * that a transform was made for is the only one in which it can be bound.
 */
export class Transforms {
  readonly #worker: () => Worker
  readonly #ids = new WeakMap<RTCRtpSender | RTCRtpReceiver, TransformId>()
  readonly #senders = new Map<TransformId, WeakRef<RTCRtpSender>>()
  #last: TransformId = 0

  constructor(worker: () => Worker) {
    this.#worker = worker
  }

  /** Throws where the browser has no such transforms: then nothing is negotiated. */
  attach(to: RTCRtpSender | RTCRtpReceiver, room: FrameRoom | undefined): void {
    if (this.#ids.has(to)) return
    const side = to instanceof RTCRtpSender ? 'send' : 'receive'
    const options: TransformOptions = { id: ++this.#last, side, room }
    to.transform = new RTCRtpScriptTransform(this.#worker(), options)
    this.#ids.set(to, options.id)
    if (to instanceof RTCRtpSender) this.#senders.set(options.id, new WeakRef(to))
  }

  /** Has a sender make a key frame of each layer, where the browser can; else the others' wishes bring one later. */
  askKeyFrame(id: TransformId): void {
    const sender = this.#senders.get(id)?.deref()
    if (!sender) return
    const parameters = sender.getParameters()
    const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }))
    sender.setParameters(parameters, { encodingOptions }).catch(() => undefined)
  }

  /** Undefined for what was never attached: it is not bound, so it carries nothing. */
  idOf(of: RTCRtpSender | RTCRtpReceiver | undefined): TransformId | undefined {
    return of && this.#ids.get(of)
  }
}
