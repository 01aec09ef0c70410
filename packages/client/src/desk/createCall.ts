import type { Clock } from '@parley/call'
import type { SideId } from '@parley/protocol'
import {
  callIdOf,
  derivingKey,
  Secret,
  signDeskStatement,
  type ProposedPlan,
  type Seal,
} from '@parley/seal'
import { deskName, type KeyStore } from '../enrolment/keyStore.ts'
import type { Server } from '../server.ts'
import type { DeskRecord } from './deskRecord.ts'

/** What a desk asks of the world before it is open. */
export type DeskParts = { readonly server: Server; readonly store: KeyStore; readonly clock: Clock }

/** Makes a call, and its secret, in the name of that seal. Rejects with a `Refusal`. */
export async function createCall(
  { server, store, clock }: DeskParts,
  {
    seal,
    side,
    proposal,
    createToken,
  }: { seal: Seal; side: SideId; proposal: ProposedPlan; createToken: string },
): Promise<DeskRecord> {
  const secret = Secret.random()
  const call = await callIdOf(await derivingKey(secret))
  const said = { say: 'create', call, side, at: clock.nowMs() } as const
  const statement = await signDeskStatement(seal.signingKey, said)
  const callSecret = secret.use((bytes) => new Uint8Array(bytes))
  const record = { ...newRecord({ server, seal }), call, side, proposal, callSecret }
  await store.desks.write(deskName(record), record)
  await server.createCall({ call, side, seal: seal.publicKey, statement }, createToken)
  return record
}

/** What every desk begins with. */
export function newRecord({ server, seal }: { server: Server; seal: Seal }) {
  return {
    server: server.origin,
    seal,
    sideSecret: crypto.getRandomValues(new Uint8Array(32)),
    pins: {},
    invitations: {},
    links: {},
    signed: {},
    passes: {},
    withdrawn: [],
    unsent: [],
    untold: [],
  }
}
