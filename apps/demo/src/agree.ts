import {
  createCall,
  Desk,
  newSeal,
  newSeatId,
  newSideId,
  readInvitation,
  readLink,
  systemClock,
  type Server,
} from '@parley/client'
import { PLENARY, type SeatId } from '@parley/protocol'
import type { ProposedPlan, Role, Seat } from '@parley/seal'
import { inMemory } from './inMemory.ts'
import { until } from './until.ts'

/** A demonstration's call: two desks that agreed, and who sits where. */
export type Agreed = {
  desks: readonly [Desk, Desk]
  seats: readonly { desk: Desk; seat: SeatId; name: string; side: string }[]
}

const PEOPLE: readonly { side: 0 | 1; name: string; office: string; role: Role }[] = [
  { side: 0, name: 'Mathilde Aeberhard', office: 'Federal Councillor', role: 'principal' },
  { side: 0, name: 'Reto Camenzind', office: 'Head, Transboundary Waters', role: 'adviser' },
  { side: 1, name: 'Zawadi Kiptalam', office: 'Cabinet Secretary for Water', role: 'principal' },
  { side: 1, name: 'Josphat Mwendwa', office: 'Director, Basin Authority', role: 'adviser' },
]

/** Plans a call between two invented desks, as two officers would: invite, pin, sign, declare, acknowledge. */
export async function agree(
  server: Server,
  { createToken, page }: { createToken: string; page: string },
): Promise<Agreed> {
  const [store, otherStore] = [inMemory(), inMemory()]
  const [side, other] = [newSideId(), newSideId()]
  const [{ seal }, { seal: otherSeal }] = [
    await newSeal(store, 'Switzerland'),
    await newSeal(otherStore, 'Kenya'),
  ]
  const parts = { server, store, clock: systemClock }
  const proposal: ProposedPlan = {
    title: 'Upper Tana Water Treaty',
    start: systemClock.nowMs(),
    timeZone: 'Africa/Nairobi',
    languages: ['en', 'fr', 'sw'],
    agenda: [
      { part: 1, title: 'Opening by both principals', minutes: 10, open: true },
      { part: 2, title: 'Compensation for storage losses', minutes: 50, open: false },
    ],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { side, name: 'Switzerland', flag: 'CH', seal: seal.publicKey },
      { side: other, name: 'Kenya', flag: 'KE', seal: null },
    ],
  }
  const first = await Desk.open(
    parts,
    await createCall(parts, { seal, side, proposal, createToken }),
  )
  const link = readLink(new URL(await first.invite(other, page)).hash)
  if (link?.is !== 'invitation') throw new Error('An invitation leads to an invitation')
  const otherParts = { ...parts, store: otherStore }
  await using invitation = await readInvitation(otherParts, link)
  const accepted = invitation.accept(otherSeal)
  await until(first, ({ filed }) => filed.get(other))
  await first.pinSide({ side: other, seal: otherSeal.publicKey })
  const second = await Desk.open(otherParts, await accepted)
  await second.pinSide({ side, seal: seal.publicKey })
  await first.signPlan()
  await signWhatWaits(second)
  await until(first, ({ documents }) => documents.plan)
  return { desks: [first, second], seats: await seat([first, second]) }
}

async function seat(desks: readonly [Desk, Desk]): Promise<Agreed['seats']> {
  const seated = PEOPLE.map((person) => ({ ...person, seat: newSeatId() }))
  const declared = (side: 0 | 1): Seat[] =>
    seated
      .filter((person) => person.side === side)
      .map(({ seat: id, name, office, role }) => ({
        seat: id,
        name,
        office,
        role,
        languages: ['en'],
        rooms: [PLENARY],
      }))
  await desks[0].declareDelegation(declared(0))
  await desks[1].declareDelegation(declared(1))
  await Promise.all(desks.map(signWhatWaits))
  await Promise.all(
    desks.map((desk) =>
      until(desk, ({ documents }) => (documents.lists.seats.size === 4 ? true : undefined)),
    ),
  )
  return seated.map(({ side, seat: id, name }) => {
    const desk = desks[side]
    return { desk, seat: id, name, side: side === 0 ? 'Switzerland' : 'Kenya' }
  })
}

async function signWhatWaits(desk: Desk): Promise<void> {
  const draft = await until(desk, ({ record, documents }) =>
    documents.drafts.find(({ awaits }) => awaits.includes(record.side)),
  )
  await desk.signDraft({ hash: draft.hash })
}
