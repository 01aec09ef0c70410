import {
  parseServerMessage,
  Refusal,
  type CallId,
  type ClientMessage,
  type ClientRequest,
  type LinkToken,
  type ServerMessage,
  type Standing,
} from '@parley/protocol'
import { WebSocket } from 'ws'
import { signInStatement, type Signer } from './keys.ts'

type Said<K extends ServerMessage['type']> = Extract<ServerMessage, { type: K }>
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
export type Ask = WithoutId<ClientRequest>

/** A plain client over a real socket, that remembers all it heard. */
export class Client implements AsyncDisposable {
  readonly #socket: WebSocket
  readonly heard: ServerMessage[] = []
  readonly #wakes = new Set<() => void>()
  readonly closed: Promise<void>
  #nextId = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => {
      this.heard.push(parseServerMessage(Buffer.isBuffer(data) ? data.toString() : ''))
      for (const wake of this.#wakes) wake()
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    this.closed = promise
    socket.on('close', () => {
      resolve()
      for (const wake of this.#wakes) wake()
    })
  }

  static async dial(url: string): Promise<Client> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket`)
    const client = new Client(socket)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    socket.once('open', resolve)
    socket.once('error', reject)
    await promise
    return client
  }

  /** As a seal or a device. Rejects with the refusal. */
  static async signIn(url: string, { call, signer }: { call: CallId; signer: Signer }) {
    const client = await Client.dial(url)
    client.say({ type: 'hello', call, key: signer.key })
    const { nonce } = await client.hear('challenge')
    const proof = await signInStatement(signer, { nonce, call, server: url })
    client.say({ type: 'prove', proof })
    await client.hear('welcome')
    return client
  }

  static async withLink(url: string, token: LinkToken) {
    const client = await Client.dial(url)
    client.say({ type: 'hello-link', token })
    await client.hear('welcome')
    return client
  }

  get standing(): Standing | undefined {
    return this.heard.find((message) => message.type === 'welcome')?.standing
  }

  say(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message))
  }

  sayRaw(text: string | Buffer): void {
    this.#socket.send(text)
  }

  /** What `done` carries. Rejects with the refusal. */
  async ask(request: Ask): Promise<Record<string, unknown>> {
    const id = this.#nextId++
    this.say({ ...request, id })
    return this.#until(() => {
      const answer = this.heard.find(
        (message) => (message.type === 'done' || message.type === 'refused') && message.id === id,
      )
      if (answer?.type === 'refused') throw new Refusal(answer.code)
      return answer?.type === 'done' ? answer.result : undefined
    })
  }

  /** The code that a request is refused with, or `undefined` if it is done. */
  async refusal(request: Ask): Promise<string | undefined> {
    return this.ask(request).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof Refusal) return error.code
        throw error
      },
    )
  }

  /** The first message of that kind for which it is true, of all that were and will be heard. Rejects with what ended the socket. */
  async hear<K extends ServerMessage['type']>(
    type: K,
    isMeant: (message: Said<K>) => boolean = () => true,
  ): Promise<Said<K>> {
    return this.#until(() => {
      const found = this.heard.find(
        (message): message is Said<K> => message.type === type && isMeant(message as Said<K>),
      )
      const end = this.heard.find(
        (message) => message.type === 'refused' && message.id === undefined,
      )
      if (!found && end?.type === 'refused') throw new Refusal(end.code)
      return found
    })
  }

  async #until<T>(look: () => T | undefined): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const wake = () => {
      try {
        const found = look()
        if (found !== undefined) resolve(found)
        else if (this.#socket.readyState === this.#socket.CLOSED) reject(new Error('It closed'))
      } catch (error) {
        reject(error)
      }
    }
    this.#wakes.add(wake)
    wake()
    try {
      return await promise
    } finally {
      this.#wakes.delete(wake)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close()
    await this.closed
  }
}
