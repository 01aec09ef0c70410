import type { Bytes } from '@parley/protocol'

/** A frame as the media server has it: whose it says it is, and what travels. */
export type CarriedFrame = {
  readonly identity: string
  readonly name: string
  readonly mimeType: string
  readonly isKeyFrame: boolean
  readonly data: Bytes
}

/** Somebody who is sent frames. */
export type Receiver = { readonly identity: string; hear(frame: CarriedFrame): void }

/** A media server in the hands of an attacker: it carries each frame to everybody else, until it is bent. It keeps all. */
export class MediaPath {
  readonly recorded: CarriedFrame[] = []
  /** What comes to one receiver in place of a frame: nothing drops it, two of it double it. */
  bend: (frame: CarriedFrame, to: Receiver) => readonly CarriedFrame[] = (frame) => [frame]
  readonly #receivers = new Set<Receiver>()

  join(receiver: Receiver): Disposable {
    this.#receivers.add(receiver)
    return { [Symbol.dispose]: () => void this.#receivers.delete(receiver) }
  }

  carry(frame: CarriedFrame): void {
    this.recorded.push(frame)
    for (const receiver of this.#receivers) {
      if (receiver.identity === frame.identity) continue
      for (const bent of this.bend(frame, receiver)) receiver.hear(bent)
    }
  }

  /** Frames that it made up or kept, to everybody whose they do not say they are. */
  send(...frames: readonly CarriedFrame[]): void {
    for (const frame of frames)
      for (const receiver of this.#receivers)
        if (receiver.identity !== frame.identity) receiver.hear(frame)
  }
}
