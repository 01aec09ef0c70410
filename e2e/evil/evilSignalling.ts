import { ParticipantInfo, SignalResponse } from '@livekit/protocol'
import type { BrowserContext } from '@playwright/test'

/** What the media server says of somebody, as it is told on; undefined tells nothing of them. */
export type Bend = (said: ParticipantInfo) => ParticipantInfo | undefined

/** The media server's signalling to one person, in the hands of an attacker. */
export class EvilSignalling {
  /** Alters what is said of the others, from now on. */
  bend: Bend = (said) => said

  /** Of all pages that the context opens from now on. */
  static async of(context: BrowserContext): Promise<EvilSignalling> {
    const signalling = new EvilSignalling()
    await context.routeWebSocket(/\/media\/rtc/, (near) => {
      const far = near.connectToServer()
      far.onMessage((said) => near.send(typeof said === 'string' ? said : signalling.#bent(said)))
    })
    return signalling
  }

  #bent(bytes: Buffer): Buffer {
    const said = SignalResponse.fromBinary(bytes)
    const { message } = said
    if (message.case === 'join')
      message.value.otherParticipants = this.#all(message.value.otherParticipants)
    else if (message.case === 'update')
      message.value.participants = this.#all(message.value.participants)
    else return bytes
    return Buffer.from(said.toBinary())
  }

  #all(said: readonly ParticipantInfo[]): ParticipantInfo[] {
    return said.flatMap((one) => this.bend(one.clone()) ?? [])
  }
}
