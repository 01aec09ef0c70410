import { randomUUID } from 'node:crypto'
import {
  LIMITS,
  parseClientMessage,
  Refusal,
  RequestId,
  type ClientMessage,
  type ClientRequest,
  type EnrolmentId,
  type RefusalCode,
  type ServerMessage,
} from '@parley/protocol'
import * as v from 'valibot'
import type { RawData, WebSocket } from 'ws'
import { at, every, type Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { SerialQueue } from '../serialQueue.ts'
import type { Bucket } from './bucket.ts'
import type { Result, Session, Who } from './session.ts'
import { challengeFor, standingOf, type Challenge } from './signIn.ts'

/** Characters waiting to be answered at which a socket is not read any further. Larger: more memory for a flood. Smaller: honest bursts wait more. */
const WAITING_CHARACTERS = 1024 * 1024
/** Bytes waiting to be sent at which a socket is given up. Larger: more memory for a socket that does not read. Smaller: a slow line is cut off while it catches up. */
const UNSENT_BYTES = 32 * 1024 * 1024
/** Bytes waiting to be sent at which what can wait does. Larger: more memory for each slow line. Smaller: a fast one stands idle. */
const SENT_AHEAD_BYTES = 1024 * 1024
/** Time to sign in. Larger: more idle sockets for strangers. Smaller: a slow line does not get in. */
const SIGN_IN_MS = 10_000
const PING_MS = 10_000
/** Pings without an answer after which a socket is dead. */
const LOST_PINGS = 2

/** What a connection needs of the rest of the server. */
export type Doors = {
  clock: Clock
  log: Log
  isOwnOrigin(origin: string): boolean
  signIn(
    shown:
      | { challenge: Challenge; proof: Extract<ClientMessage, { type: 'prove' }>['proof'] }
      | { link: Extract<ClientMessage, { type: 'hello-link' }> },
  ): Promise<Who>
  answer(session: Session, request: ClientRequest): Promise<Result>
  welcomed(session: Session): Promise<void>
  gone(session: Session): Promise<void>
  refused(code: RefusalCode): void
  /** What all sockets of its network may say together before it is known for whom each speaks. */
  strangersShare(): Share
  /** What all sockets that speak for one may say together. */
  share(who: Who): Share
}

/** Let go of when the socket has another, or is gone. */
type Share = { bucket: Bucket } & Disposable

type Phase =
  | { is: 'new' }
  | { is: 'challenged'; challenge: Challenge }
  | { is: 'in'; session: Session }

/** One WebSocket: what it says is answered one after the other, in its order. */
export class Connection {
  readonly #socket: WebSocket
  readonly #doors: Doors
  readonly #queue = new SerialQueue()
  #share: Share
  readonly #gone = new AbortController()
  readonly #timers = new DisposableStack()
  #phase: Phase = { is: 'new' }
  #waitingCharacters = 0
  #unansweredPings = 0
  #isEnding = false
  #drained: PromiseWithResolvers<void> | undefined
  /** Resolves when it is closed and all it said is answered. */
  readonly closed: Promise<void>

  constructor(socket: WebSocket, doors: Doors) {
    this.#socket = socket
    this.#doors = doors
    this.#share = doors.strangersShare()
    socket.on('message', (data, isBinary) => this.#take(data, isBinary))
    socket.on('pong', () => (this.#unansweredPings = 0))
    socket.on('error', () => this.#terminateSoon())
    const { promise, resolve } = Promise.withResolvers<void>()
    this.closed = promise
    socket.on('close', () => void this.#close().finally(resolve))
    this.#timers.use(doors.clock.after(SIGN_IN_MS, () => this.#tooSlow()))
    this.#timers.use(every(doors.clock, PING_MS, () => this.#ping()))
  }

  /** Says why, and closes. */
  end(code: RefusalCode): void {
    if (this.#isEnding) return
    this.#isEnding = true
    this.#doors.refused(code)
    this.#say({ type: 'refused', code })
    this.#socket.close(1000)
    this.#terminateSoon()
  }

  /** What does not close when told is cut off. */
  #terminateSoon(): void {
    if (this.#timers.disposed) return
    this.#timers.use(this.#doors.clock.after(1000, () => this.#socket.terminate()))
  }

  #tooSlow(): void {
    if (this.#phase.is !== 'in') this.end('not-signed-in')
  }

  /** While it is not read, nothing that it answers is heard. */
  #ping(): void {
    if (this.#socket.isPaused) return
    if (this.#unansweredPings++ >= LOST_PINGS) return this.#socket.terminate()
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  #take(data: RawData, isBinary: boolean): void {
    if (this.#isEnding) return
    if (isBinary) return this.end('malformed')
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : ''
    this.#waitingCharacters += text.length
    if (this.#waitingCharacters > WAITING_CHARACTERS) this.#socket.pause()
    void this.#queue.run(async () => {
      if (this.#isEnding) return
      const waitMs = this.#share.bucket.take(1 + text.length / LIMITS.charactersPerMessage)
      if (waitMs > 0) await this.#pause(waitMs)
      await this.#hear(text)
      this.#waitingCharacters -= text.length
      if (this.#waitingCharacters <= WAITING_CHARACTERS) this.#socket.resume()
    })
  }

  async #pause(waitMs: number): Promise<void> {
    this.#socket.pause()
    const { promise, resolve } = Promise.withResolvers<void>()
    using stack = new DisposableStack()
    stack.use(this.#doors.clock.after(waitMs, resolve))
    this.#gone.signal.addEventListener('abort', () => resolve(), { once: true })
    await promise
  }

  async #hear(text: string): Promise<void> {
    if (this.#isEnding || this.#gone.signal.aborted) return
    let message: ClientMessage
    try {
      message = parseClientMessage(text)
    } catch (error) {
      return this.#refuse(error, idIn(text))
    }
    if ('id' in message) return this.#request(message)
    try {
      await this.#signIn(message)
    } catch (error) {
      this.#refuse(error)
    }
  }

  async #signIn(message: Exclude<ClientMessage, ClientRequest>): Promise<void> {
    const phase = this.#phase
    if (phase.is === 'new' && message.type === 'hello') {
      const challenge = challengeFor(message)
      this.#phase = { is: 'challenged', challenge }
      return this.#say({ type: 'challenge', nonce: challenge.nonce })
    }
    if (phase.is === 'new' && message.type === 'hello-link')
      return this.#welcome(await this.#doors.signIn({ link: message }))
    if (phase.is === 'challenged' && message.type === 'prove') {
      const { challenge } = phase
      return this.#welcome(await this.#doors.signIn({ challenge, proof: message.proof }))
    }
    throw new Refusal('malformed')
  }

  async #welcome(who: Who): Promise<void> {
    if (this.#gone.signal.aborted) return
    const session: Session = {
      id: randomUUID(),
      who,
      enrolments: new Set<EnrolmentId>(),
      gone: this.#gone.signal,
      push: (message) => this.#say(message),
      backlog: () => this.#backlog(),
      end: (code) => this.end(code),
    }
    this.#phase = { is: 'in', session }
    this.#share[Symbol.dispose]()
    this.#share = this.#doors.share(who)
    const { clock } = this.#doors
    if (who.as === 'device') this.#timers.use(at(clock, who.expiresAt, () => this.end('expired')))
    this.#say({ type: 'welcome', standing: standingOf(who), nowMs: this.#doors.clock.nowMs() })
    await this.#doors.welcomed(session)
  }

  async #request(request: ClientRequest): Promise<void> {
    if (this.#phase.is !== 'in') return this.#refuse(new Refusal('not-signed-in'), request.id)
    const { session } = this.#phase
    const answered = this.#answer(session, request)
    if (request.type !== 'ask-turn') await answered
  }

  async #answer(session: Session, request: ClientRequest): Promise<void> {
    try {
      const result = await this.#doors.answer(session, request)
      this.#say({ type: 'done', id: request.id, result })
    } catch (error) {
      this.#refuse(error, request.id)
    }
  }

  /** Without an id there is nothing to answer, and the socket ends. */
  #refuse(error: unknown, id?: number): void {
    if (!(error instanceof Refusal)) this.#doors.log.bug(error)
    const code = error instanceof Refusal ? error.code : 'internal'
    if (id === undefined) return this.end(code)
    this.#doors.refused(code)
    this.#say({ type: 'refused', id, code })
  }

  #say(message: ServerMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(JSON.stringify(message), () => this.#sent())
    if (this.#socket.bufferedAmount > UNSENT_BYTES) this.#socket.terminate()
  }

  #backlog(): Promise<void> | undefined {
    if (this.#isDrained) return undefined
    this.#drained ??= Promise.withResolvers()
    return this.#drained.promise
  }

  get #isDrained(): boolean {
    return this.#gone.signal.aborted || this.#socket.bufferedAmount <= SENT_AHEAD_BYTES
  }

  #sent(): void {
    if (!this.#isDrained) return
    this.#drained?.resolve()
    this.#drained = undefined
  }

  async #close(): Promise<void> {
    this.#gone.abort()
    this.#sent()
    this.#timers.dispose()
    await this.#queue.idle()
    this.#share[Symbol.dispose]()
    if (this.#phase.is === 'in') await this.#doors.gone(this.#phase.session)
  }
}

/** The id of a request that is malformed otherwise, so that it is answered and not the socket ended: what is no id cannot be. */
function idIn(text: string): number | undefined {
  if (text.length > LIMITS.messageCharacters) return undefined
  try {
    const said: unknown = JSON.parse(text)
    const id = typeof said === 'object' && said !== null && 'id' in said ? said.id : undefined
    return v.is(RequestId, id) ? id : undefined
  } catch {
    return undefined
  }
}
