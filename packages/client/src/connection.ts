import type { ClientRequest, ServerMessage, Standing } from '@parley/protocol'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** A request before the socket numbers it. */
export type Request = WithoutId<ClientRequest>

/** What the server says unasked. */
export type Pushed = Exclude<ServerMessage, { type: 'challenge' | 'welcome' | 'done' | 'refused' }>

/** A signed-in socket, as all that talks to the server sees it. Comes back by itself after a loss. */
export interface Connection {
  /** What the server let it in as. */
  readonly standing: Standing
  /**
   * Settles with what `done` carries. Rejects with a `Refusal`, with `ConnectionLost` when the socket
   * closed before the answer, or when the signal aborts. Nothing is asked twice by itself.
   */
  request(message: Request, signal?: AbortSignal): Promise<Record<string, unknown>>
  /** Hears every pushed message, in order. */
  subscribe(hear: (message: Pushed) => void): Disposable
  /** Hears each change of the line: whoever follows something follows it again once it is back. */
  onLine(hear: (line: Line) => void): Disposable
}

/** Whether the server can be reached now. `refused` is final: the socket does not come back by itself. */
export type Line = { is: 'there' } | { is: 'lost' } | { is: 'refused'; code: string }

/** The socket closed before the answer came: whether the server acted is not known. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}
