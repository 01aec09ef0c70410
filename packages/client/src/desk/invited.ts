import {
  parseDone,
  Refusal,
  type Bytes,
  type CallId,
  type PublicKey,
  type SideId,
} from '@parley/protocol'
import {
  callIdOf,
  derivingKey,
  grantKeyOf,
  invitationKeyOf,
  openGrant,
  openInvitation,
  Secret,
  signSideKeys,
  tokenOf,
  type Invitation,
  type ProposedPlan,
  type Seal,
} from '@parley/seal'
import type { Connection } from '../connection.ts'
import { raise } from '../documents/documentsView.ts'
import { memoryOn } from '../documents/memory.ts'
import { deskName } from '../enrolment/keyStore.ts'
import type { InvitationLink } from '../enrolment/links.ts'
import { asKey } from '../socket/asKey.ts'
import { withLink } from '../socket/signIn.ts'
import { newRecord, type DeskParts } from './createCall.ts'
import type { DeskRecord } from './deskRecord.ts'

/** A desk that filed its keys and waits for the inviting desk to compare codes. */
export type WaitingDesk = {
  readonly server: string
  readonly call: CallId
  readonly side: SideId
  readonly seal: Seal
  readonly inviter: PublicKey
  readonly link: Bytes
  readonly proposal: ProposedPlan
}

/** An invitation that was read. */
export interface OpenInvitation extends AsyncDisposable {
  readonly invitation: Invitation
  /** Files the keys of that seal, and resolves once the inviting desk granted. */
  accept(seal: Seal, signal?: AbortSignal): Promise<DeskRecord>
}

/** Reads the plan as proposed. Rejects with a `Refusal`: `bad-signature` if another than the link's seal wrote it. */
export async function readInvitation(
  parts: DeskParts,
  link: InvitationLink,
  signal?: AbortSignal,
): Promise<OpenInvitation> {
  const { server, store, clock } = parts
  const linkSecret = await derivingKey(link.secret)
  const token = await tokenOf(linkSecret)
  const connection = await server.connect(withLink(token), signal)
  await using opened = new AsyncDisposableStack()
  opened.use(connection)
  const read = parseDone(
    'read-invitation',
    await connection.request({ type: 'read-invitation' }, signal),
  )
  const key = await invitationKeyOf(linkSecret)
  const invitation = await openInvitation(read.invitation, { key, sealHash: link.sealHash })
  const stays = opened.move()
  return {
    invitation,
    async accept(seal, abort) {
      const { call, side } = invitation
      const document = await signSideKeys(seal, { call, side, at: clock.nowMs() })
      const waiting: WaitingDesk = {
        server: server.origin,
        call,
        side,
        seal,
        inviter: invitation.seal,
        link: link.secret.use((bytes) => new Uint8Array(bytes)),
        proposal: invitation.plan,
      }
      await store.waiting.write(token, waiting)
      const granted = untilGranted(connection, abort)
      await connection.request({ type: 'file-side', document }, abort)
      await granted
      return collectGrant(parts, waiting, abort)
    },
    [Symbol.asyncDispose]: () => stays.disposeAsync(),
  }
}

/** The desk of an invitation that this profile accepted before; nothing if there is none. */
export async function waitingDesk(
  { store }: Pick<DeskParts, 'store'>,
  link: InvitationLink,
): Promise<WaitingDesk | undefined> {
  return store.waiting.read(await tokenOf(await derivingKey(link.secret)))
}

/** Signs in as the seal and reads its grant. Rejects with `not-permitted` as long as there is none. */
export async function collectGrant(
  { server, store, clock }: DeskParts,
  { call, side, seal, inviter, link, proposal }: WaitingDesk,
  signal?: AbortSignal,
): Promise<DeskRecord> {
  const signIn = asKey({ server, clock, call, key: seal.publicKey, signingKey: seal.signingKey })
  await using connection = await server.connect(signIn, signal)
  const { grant } = parseDone(
    'read-grant',
    await connection.request({ type: 'read-grant' }, signal),
  )
  const linkSecret = await derivingKey(new Secret(new Uint8Array(link)))
  const keys = { grantKey: await grantKeyOf(linkSecret), privateKey: seal.agreementPrivateKey }
  const opened = await openGrant(grant, keys)
  const isOfCall = (await callIdOf(await derivingKey(opened.callSecret))) === call
  if (opened.seal !== inviter || !isOfCall) throw new Refusal('bad-signature')
  const callSecret = opened.callSecret.use((bytes) => new Uint8Array(bytes))
  const record = { ...newRecord({ server, seal }), call, side, proposal, callSecret }
  const memory = memoryOn(store.remembered, side)
  await memory.write(call, raise({ root: undefined, seen: {} }, opened.heads))
  await store.desks.write(deskName(record), record)
  await store.waiting.remove(await tokenOf(linkSecret))
  return record
}

/** A link that is spent while one waits was spent on this desk, or on another: the grant tells. */
async function untilGranted(
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<void> {
  const done = Promise.withResolvers<void>()
  using parts = new DisposableStack()
  const abort = () => done.reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  parts.defer(() => signal?.removeEventListener('abort', abort))
  parts.use(
    connection.subscribe((message) => {
      if (message.type === 'granted') done.resolve()
    }),
  )
  parts.use(
    connection.onLine((line) => {
      if (line.is !== 'refused') return
      if (line.code === 'token-spent') done.resolve()
      else done.reject(new Refusal('link-unknown'))
    }),
  )
  await done.promise
}
