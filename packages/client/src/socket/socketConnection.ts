import {
  parseServerMessage,
  Refusal,
  type ClientMessage,
  type RefusalCode,
  type ServerMessage,
  type Standing,
} from '@parley/protocol'
import {
  ConnectionLost,
  type Connection,
  type Line,
  type Pushed,
  type Request,
} from '../connection.ts'
import type { SignIn } from './signIn.ts'

/** The part of a browser's WebSocket that is used; Node has the same. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'>

/** Gives a socket that is open, or about to be; tests put a line in between that can be cut. */
export type Dial = () => Socket

/** How long after a loss the next attempts come. Larger: people wait. Smaller: a restarting server is stormed. */
const RETRY_MS = [100, 300, 600, 1000, 1000, 1000, 1000, 1000, 2000, 3000] as const

/** A refusal that another attempt would only meet again. */
const FINAL: ReadonlySet<RefusalCode> = new Set([
  'withdrawn',
  'replaced',
  'expired',
  'bad-signature',
  'not-permitted',
  'call-unknown',
  'link-unknown',
  'token-spent',
])

/** `readyState` of a socket that can be spoken on. */
const OPEN = 1

type Waiting = {
  resolve: (result: Record<string, unknown>) => void
  reject: (error: Error) => void
}

type Opening = {
  dial: Dial
  signIn: SignIn
  /** Hears of each socket that closed before the first sign-in; another one is tried by itself. */
  onUnreached?: (() => void) | undefined
}

/** One WebSocket to the server, signed in again after each loss. */
export class SocketConnection implements Connection, AsyncDisposable {
  readonly #dial: Dial
  readonly #signIn: SignIn
  readonly #onUnreached: () => void
  readonly #hearers = new Set<(message: Pushed) => void>()
  /** What came before anyone listened: for whoever listens first. */
  readonly #unheard: Pushed[] = []
  readonly #lineHearers = new Set<(line: Line) => void>()
  readonly #waiting = new Map<number, Waiting>()
  readonly #welcomed = Promise.withResolvers<Standing>()
  #standing: Standing | undefined
  #socket: Socket | undefined
  #line: Line = { is: 'lost' }
  #nextId = 1
  #failures = 0
  #isClosed = false
  #retry: ReturnType<typeof setTimeout> | undefined

  private constructor({ dial, signIn, onUnreached = () => undefined }: Opening) {
    this.#dial = dial
    this.#signIn = signIn
    this.#onUnreached = onUnreached
    this.#welcomed.promise.catch(() => undefined)
  }

  /** Resolves once signed in. Rejects with a `Refusal` that is final, or when the signal aborts. */
  static async open(opening: Opening, signal?: AbortSignal): Promise<SocketConnection> {
    const connection = new SocketConnection(opening)
    const abort = () => {
      connection.#welcomed.reject(new ConnectionLost('Given up', { cause: signal?.reason }))
      void connection[Symbol.asyncDispose]()
    }
    signal?.addEventListener('abort', abort, { once: true })
    connection.#connect()
    try {
      await connection.#welcomed.promise
      return connection
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  get standing(): Standing {
    if (!this.#standing) throw new Error('A connection is handed out only once it is signed in')
    return this.#standing
  }

  async request(message: Request, signal?: AbortSignal): Promise<Record<string, unknown>> {
    if (this.#line.is !== 'there') throw new ConnectionLost('The line is lost')
    const id = this.#nextId++
    const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>()
    this.#waiting.set(id, { resolve, reject })
    const abort = () => reject(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    try {
      this.#say({ ...message, id })
      return await promise
    } finally {
      this.#waiting.delete(id)
      signal?.removeEventListener('abort', abort)
    }
  }

  subscribe(hear: (message: Pushed) => void): Disposable {
    this.#hearers.add(hear)
    for (const message of this.#unheard.splice(0)) hear(message)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  onLine(hear: (line: Line) => void): Disposable {
    this.#lineHearers.add(hear)
    hear(this.#line)
    return { [Symbol.dispose]: () => void this.#lineHearers.delete(hear) }
  }

  /** Closes for good; what still waits rejects with `ConnectionLost`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#retry)
    this.#socket?.close()
    this.#loseAll()
    this.#hearers.clear()
    this.#lineHearers.clear()
  }

  #connect(): void {
    if (this.#isClosed) return
    const socket = this.#dial()
    this.#socket = socket
    const greet = () => this.#say(this.#signIn.hello)
    if (socket.readyState === OPEN) greet()
    else socket.addEventListener('open', greet)
    socket.addEventListener('message', (event) => void this.#hear(socket, String(event.data)))
    socket.addEventListener('close', () => this.#lost(socket))
    socket.addEventListener('error', () => undefined)
  }

  async #hear(socket: Socket, text: string): Promise<void> {
    if (socket !== this.#socket) return
    let message: ServerMessage
    try {
      message = parseServerMessage(text)
    } catch {
      return
    }
    switch (message.type) {
      case 'challenge':
        return this.#say({ type: 'prove', proof: await this.#signIn.prove(message.nonce) })
      case 'welcome':
        return this.#welcome(message.standing)
      case 'done':
        return this.#waiting.get(message.id)?.resolve(message.result)
      case 'refused':
        return this.#refused(message)
      default:
        if (this.#hearers.size === 0) this.#unheard.push(message)
        for (const hear of this.#hearers) hear(message)
    }
  }

  #welcome(standing: Standing): void {
    this.#standing = standing
    this.#failures = 0
    this.#setLine({ is: 'there' })
    this.#welcomed.resolve(standing)
  }

  #refused({ id, code }: { id?: number | undefined; code: RefusalCode }): void {
    if (id !== undefined) return this.#waiting.get(id)?.reject(new Refusal(code))
    if (!FINAL.has(code)) return
    this.#isClosed = true
    this.#setLine({ is: 'refused', code })
    this.#welcomed.reject(new Refusal(code))
    this.#socket?.close()
  }

  #lost(socket: Socket): void {
    if (socket !== this.#socket) return
    this.#loseAll()
    if (this.#line.is === 'there') this.#setLine({ is: 'lost' })
    if (this.#isClosed) return
    if (!this.#standing) this.#onUnreached()
    const base = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 3000
    this.#retry = setTimeout(() => this.#connect(), base * (0.75 + Math.random() / 2))
  }

  #loseAll(): void {
    for (const { reject } of this.#waiting.values()) reject(new ConnectionLost('The socket closed'))
    this.#waiting.clear()
  }

  #setLine(line: Line): void {
    this.#line = line
    for (const hear of this.#lineHearers) hear(line)
  }

  #say(message: ClientMessage): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(message))
  }
}
