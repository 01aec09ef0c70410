import {
  Refusal,
  type CompactJws,
  type EnrolmentId,
  type EnrolmentState,
  type LinkToken,
} from '@parley/protocol'
import type { Clock } from '@parley/call'
import {
  commitmentOf,
  derivingKey,
  enrolmentCode,
  grantKeyOf,
  makeDeviceKeys,
  makeNonce,
  signReveal,
  tokenOf,
  verifyAnswer,
  type EnrolmentAnswer,
  type Revealed,
  type Seal,
} from '@parley/seal'
import { ConnectionLost, type Connection } from '../connection.ts'
import type { Server } from '../server.ts'
import { withLink, type SignIn } from '../socket/signIn.ts'
import { fetchGrant } from './fetchGrant.ts'
import type { KeyStore, SeatRecord } from './keyStore.ts'
import type { SeatLink } from './links.ts'

/** How far an enrolment is, for the screen. The code is for reading aloud to one's desk. */
export type EnrolmentStep =
  /** The server has not answered yet. */
  | { is: 'reaching' }
  /** Nor does it soon, or there is no way to it. It is tried again by itself, and nothing was asked yet. */
  | { is: 'unreached' }
  | { is: 'asking' }
  | { is: 'code'; code: string }
  /** The line is lost; what was before goes on once it is back. */
  | { is: 'away' }
  | { is: 'granted' }

/** Larger: one waits without a word. Smaller: a slow line is called a server that is away. */
const UNREACHED_AFTER_MS = 5000

/** What an enrolment needs from outside. */
export type EnrolmentParts = {
  readonly server: Server
  readonly link: SeatLink
  readonly store: KeyStore
  readonly clock: Clock
  readonly show: (step: EnrolmentStep) => void
}

/**
 * Asks for the pass of a seat, and resolves once this device has it. Rejects with `enrolment-ended`
 * when the desk refused, with `token-spent` or `link-unknown` for a link that is over, with
 * `bad-signature` when another than the desk answered, or when the signal aborts. A page that was
 * closed before the pass came gets it when it is opened again.
 */
export async function enrol(parts: EnrolmentParts, signal?: AbortSignal): Promise<SeatRecord> {
  const { link, show, store } = parts
  show({ is: 'reaching' })
  const linkSecret = await derivingKey(link.secret)
  const grantKey = await grantKeyOf(linkSecret)
  const token = await tokenOf(linkSecret)
  const record = await ask(parts, { token, grantKey, signal }).catch(async (error: unknown) => {
    const asked = isSpent(error) ? await store.asked.read(token) : undefined
    // It may have been spent on another device since: then that is what is told.
    const granted = asked && fetchGrant({ ...parts, grantKey, ...asked }, signal)
    return await (granted?.catch(() => Promise.reject(error)) ?? Promise.reject(error))
  })
  await store.asked.remove(token)
  show({ is: 'granted' })
  return record
}

function isSpent(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'token-spent'
}

/** Asks from the beginning, with keys made now. */
async function ask(
  parts: EnrolmentParts,
  {
    token,
    grantKey,
    signal,
  }: { token: LinkToken; grantKey: CryptoKey; signal: AbortSignal | undefined },
): Promise<SeatRecord> {
  const { link, show, store } = parts
  await using connection = await reach(parts, withLink(token), signal)
  if (connection.standing.as !== 'seat-link' || connection.standing.seat !== link.seat) {
    throw new Refusal('link-unknown')
  }
  const device = await makeDeviceKeys()
  const keep = (answer: EnrolmentAnswer) => store.asked.write(token, { device, answer })
  const asking = new Asking({ connection, device, link, show, keep })
  const answer = await asking.granted(signal)
  return await fetchGrant({ ...parts, grantKey, device, answer }, signal)
}

/** Says so while the server is out of reach. */
async function reach(
  { server, clock, show }: EnrolmentParts,
  signIn: SignIn,
  signal: AbortSignal | undefined,
): Promise<Connection & AsyncDisposable> {
  using parts = new DisposableStack()
  const unreached = () => show({ is: 'unreached' })
  parts.use(clock.after(UNREACHED_AFTER_MS, unreached))
  const connection = await server.connect(signIn, signal, unreached)
  show({ is: 'asking' })
  return connection
}

type AskingParts = Pick<EnrolmentParts, 'link' | 'show'> & {
  connection: Connection
  device: Seal
  /** Before the code is shown: from then on a pass may be made for this device. */
  keep: (answer: EnrolmentAnswer) => Promise<void>
}

/** One request over one link: commit, then reveal. */
class Asking {
  readonly #parts: AskingParts
  readonly #revealed: Revealed
  readonly #done = Promise.withResolvers<EnrolmentAnswer>()
  #step: EnrolmentStep = { is: 'asking' }
  #answer: { jws: CompactJws; said: EnrolmentAnswer } | undefined

  constructor(parts: AskingParts) {
    const { publicKey, agreement } = parts.device
    this.#parts = parts
    this.#revealed = { device: publicKey, agreement, r: makeNonce() }
  }

  /** The answer that the desk's grant belongs to. */
  async granted(signal: AbortSignal | undefined): Promise<EnrolmentAnswer> {
    const { connection } = this.#parts
    using parts = new DisposableStack()
    const abort = () => this.#done.reject(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    parts.defer(() => signal?.removeEventListener('abort', abort))
    parts.use(
      connection.subscribe((message) => {
        if (message.type === 'enrolment') this.#try(() => this.#hear(message))
        if (message.type === 'granted' && this.#answer) this.#done.resolve(this.#answer.said)
      }),
    )
    parts.use(
      connection.onLine((line) => {
        if (line.is === 'there') this.#try(() => this.#ask())
        this.#parts.show(line.is === 'lost' ? { is: 'away' } : this.#step)
        if (line.is === 'refused') this.#refused(line.code)
      }),
    )
    return await this.#done.promise
  }

  async #ask(): Promise<void> {
    const commitment = await commitmentOf(this.#revealed)
    const request = { type: 'ask-enrolment', commitment } as const
    await this.#parts.connection.request(request)
  }

  async #hear({ enrolment, commitment, answer, revealed, ended }: EnrolmentState): Promise<void> {
    if (commitment !== (await commitmentOf(this.#revealed))) return
    if (ended === 'refused') throw new Refusal('enrolment-ended')
    if (!answer || ended) return
    if (this.#answer && this.#answer.jws !== answer) throw new Refusal('bad-signature')
    const { link, keep } = this.#parts
    const said = await verifyAnswer(answer, { ...link, commitment })
    if (!this.#answer) await keep(said)
    this.#answer = { jws: answer, said }
    if (!revealed) await this.#reveal(enrolment, answer)
    this.#step = { is: 'code', code: await enrolmentCode(answer, this.#revealed) }
    this.#parts.show(this.#step)
  }

  async #reveal(enrolment: EnrolmentId, answer: CompactJws): Promise<void> {
    const { connection, device } = this.#parts
    const signature = await signReveal(device.signingKey, answer)
    const request = { type: 'reveal-enrolment', enrolment, signature } as const
    await connection.request({ ...request, ...this.#revealed })
  }

  /** A link that was spent while the line was lost may have been spent on this very device. */
  #refused(code: string): void {
    if (code === 'token-spent' && this.#answer) this.#done.resolve(this.#answer.said)
    else this.#done.reject(new Refusal(code === 'token-spent' ? code : 'link-unknown'))
  }

  #try(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      if (!(error instanceof ConnectionLost)) this.#done.reject(error)
    })
  }
}
