import type { Clock } from '@parley/call'
import {
  createCall,
  Desk,
  newSeal,
  newSideId,
  readInvitation,
  readLink,
  type KeyStore,
  type Server,
} from '@parley/client'
import type { ProposedPlan, Seat } from '@parley/seal'
import { until } from './until.ts'

/** Where two desks meet, and what each keeps its keys in. */
export type Meeting = {
  readonly server: Server
  readonly clock: Clock
  /** The origin whose copy of the client their links open. */
  readonly page: string
  readonly createToken: string
  readonly stores: readonly [KeyStore, KeyStore]
}

/** What the plan says; the second name is of the side that is invited. */
export type Wording = Omit<ProposedPlan, 'sides'> & { readonly names: readonly [string, string] }

/** Agrees on a plan as two officers would: invite, compare, sign. */
export async function agreeOnPlan(
  { server, clock, page, createToken, stores }: Meeting,
  { names, ...wording }: Wording,
): Promise<readonly [Desk, Desk]> {
  const [store, otherStore] = stores
  const [side, other] = [newSideId(), newSideId()]
  const [{ seal }, { seal: otherSeal }] = [
    await newSeal(store, names[0]),
    await newSeal(otherStore, names[1]),
  ]
  const proposal: ProposedPlan = {
    ...wording,
    sides: [
      { side, name: names[0], flag: 'CH', seal: seal.publicKey },
      { side: other, name: names[1], flag: 'KE', seal: null },
    ],
  }
  await using opened = new AsyncDisposableStack()
  const parts = { server, clock, store }
  const record = await createCall(parts, { seal, side, proposal, createToken })
  const first = opened.use(await Desk.open(parts, record))
  const link = readLink(new URL(await first.invite(other, page)).hash)
  if (link?.is !== 'invitation') throw new Error('An invitation leads to an invitation')
  const otherParts = { server, clock, store: otherStore }
  await using invitation = await readInvitation(otherParts, link)
  const accepted = invitation.accept(otherSeal)
  await until(first, ({ filed }) => filed.get(other))
  await first.pinSide({ side: other, seal: otherSeal.publicKey })
  const second = opened.use(await Desk.open(otherParts, await accepted))
  await second.pinSide({ side, seal: seal.publicKey })
  await first.signPlan()
  await signWhatWaits(second)
  await until(first, ({ documents }) => documents.plan)
  opened.move()
  return [first, second]
}

/** Agrees on the seats of both: each declares its own, and acknowledges the other's. */
export async function agreeOnSeats(
  desks: readonly [Desk, Desk],
  seats: readonly [readonly Seat[], readonly Seat[]],
): Promise<void> {
  await desks[0].declareDelegation({ seats: seats[0] })
  await desks[1].declareDelegation({ seats: seats[1] })
  await Promise.all(desks.map(signWhatWaits))
  const { length } = seats.flat()
  const areListed = (desk: Desk) =>
    until(desk, ({ documents }) => documents.lists.seats.size === length || undefined)
  await Promise.all(desks.map(areListed))
}

async function signWhatWaits(desk: Desk): Promise<void> {
  const draft = await until(desk, ({ record, documents }) =>
    documents.drafts.find(({ awaits }) => awaits.includes(record.side)),
  )
  await desk.signDraft({ hash: draft.hash })
}
