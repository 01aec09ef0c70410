import type { BrowserContext } from '@playwright/test'
import { parseServerMessage, type ServerMessage } from '@parley/protocol'

/** All that the server said to somebody’s pages. */
export class SocketTalk {
  readonly #heard: ServerMessage[] = []

  /** From the next page on. */
  static of(context: BrowserContext): SocketTalk {
    const talk = new SocketTalk()
    context.on('page', (page) =>
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => talk.#hear(payload)),
      ),
    )
    return talk
  }

  /** The rooms that were spoken of. */
  get rooms(): ReadonlySet<string> {
    return new Set(this.#heard.flatMap((message) => ('room' in message ? [message.room] : [])))
  }

  /** What the log of that room has, sealed as it came. */
  envelopesOf(room: string): readonly string[] {
    return this.#heard.flatMap((message) =>
      message.type === 'logged' && message.room === room ? [message.envelope] : [],
    )
  }

  /** The socket of the media server says what is none of ours, in bytes. */
  #hear(payload: string | Buffer): void {
    if (typeof payload === 'string') this.#heard.push(parseServerMessage(payload))
  }
}
