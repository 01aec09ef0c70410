import { HTTP_STATUS, Refusal, type CreateCall, type RefusalCode } from '@parley/protocol'
import * as v from 'valibot'
import type { Connection } from './connection.ts'
import type { SignIn } from './socket/signIn.ts'
import { SocketConnection, type Dial } from './socket/socketConnection.ts'

/** A server of Parley: where calls are created, and what one signs in to. */
export interface Server {
  /** As a sign-in proof names it. */
  readonly origin: string
  /**
   * Resolves once signed in. Rejects with a `Refusal` that is final, or when the signal aborts.
   * `onUnreached` hears of each attempt that failed before; another one follows by itself.
   */
  connect(
    signIn: SignIn,
    signal?: AbortSignal,
    onUnreached?: () => void,
  ): Promise<Connection & AsyncDisposable>
  /** Rejects with a `Refusal`. An empty token is for servers where creation is open. */
  createCall(body: CreateCall, createToken: string, signal?: AbortSignal): Promise<void>
  /** Whether it says of itself that it is for demonstrations only. */
  isDemonstration(): Promise<boolean>
}

const Refused = v.object({
  refused: v.picklist(Object.keys(HTTP_STATUS) as [RefusalCode, ...RefusalCode[]]),
})

/** The server at that origin. `dial` is for tests that put a line in between. */
export function serverAt(origin: string, dial: Dial = dialOf(origin)): Server {
  return {
    origin,
    connect: (signIn, signal, onUnreached) =>
      SocketConnection.open({ dial, signIn, onUnreached }, signal),
    async createCall(body, createToken, signal) {
      const response = await fetch(`${origin}/calls`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(createToken && { authorization: `Bearer ${createToken}` }),
        },
        body: JSON.stringify(body),
        credentials: 'omit',
        ...(signal && { signal }),
      })
      if (response.ok) return
      const refused = v.safeParse(Refused, await response.json().catch(() => undefined))
      throw new Refusal(refused.success ? refused.output.refused : 'malformed')
    },
    async isDemonstration() {
      const response = await fetch(`${origin}/demonstration`, { credentials: 'omit' })
      return response.ok && (await response.text()) === 'yes'
    },
  }
}

/** Opens a socket to the server at that origin. */
export function dialOf(origin: string): Dial {
  return () => new WebSocket(`${origin.replace(/^http/, 'ws')}/socket`)
}
