import type { TransformId, TransformOptions } from '@parley/sframe'

/** Gives senders and receivers their transform, at birth and once, and knows each by its number. */
export class Transforms {
  readonly #worker: () => Worker
  readonly #ids = new WeakMap<RTCRtpSender | RTCRtpReceiver, TransformId>()
  readonly #senders = new Map<TransformId, WeakRef<RTCRtpSender>>()
  #last: TransformId = 0

  constructor(worker: () => Worker) {
    this.#worker = worker
  }

  /** Throws where the browser has no such transforms: then nothing is negotiated. */
  attach(side: 'send' | 'receive', to: RTCRtpSender | RTCRtpReceiver): void {
    if (this.#ids.has(to)) return
    const options: TransformOptions = { id: ++this.#last, side }
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
