import type { Clock } from '@parley/call'
import {
  createCall,
  Desk,
  enrol,
  newSeatId,
  newSideId,
  openSeat,
  readInvitation,
  readLink,
  serverAt,
  type EnrolmentStep,
  type KeyStore,
  type OpenSeat,
  type Server,
} from '@parley/client'
import { caucusOf, PLENARY, type SeatId, type SideId } from '@parley/protocol'
import { makeSeal, type ProposedPlan } from '@parley/seal'
import { memoryKeyStore } from './memoryKeyStore.ts'

/** Two desks that agreed on a plan and on the same number of seats each, at a real server. */
export interface PlannedCall extends AsyncDisposable {
  readonly server: Server
  readonly desks: readonly [Desk, Desk]
  /** The profile of each desk. */
  readonly stores: readonly [KeyStore, KeyStore]
  readonly seats: readonly { readonly seat: SeatId; readonly side: SideId; readonly desk: Desk }[]
  /** Enrols a device for that seat, and signs it in. `server` may lead over another line. */
  sit(seat: SeatId, server?: Server): Promise<OpenSeat>
}

/** What is written in a plan and its delegations. */
export type PlannedWords = {
  readonly title: string
  readonly sides: readonly [string, string]
  readonly item: string
  readonly ifLineDrops: string
  readonly people: string
  readonly office: string
}

const WORDS: PlannedWords = {
  title: 'Talks',
  item: 'Opening',
  people: 'Person',
  office: '',
  ifLineDrops: '',
  sides: ['Switzerland', 'Kenya'],
}

/** Plans one, over the same functions as a console. */
export async function planCall(
  at: { url: string; createToken: string },
  {
    seatsEach,
    clock,
    words: { title, item, people, sides, office, ifLineDrops } = WORDS,
    stores: [store, otherStore] = [memoryKeyStore(), memoryKeyStore()],
  }: {
    seatsEach: number
    clock: Clock
    words?: PlannedWords
    stores?: readonly [KeyStore, KeyStore]
  },
): Promise<PlannedCall> {
  await using parts = new AsyncDisposableStack()
  const server = serverAt(at.url)
  const [own, other] = [newSideId(), newSideId()]
  const [seal, otherSeal] = await Promise.all([makeSeal(), makeSeal()])
  const deskParts = { server, clock, store }
  const proposal: ProposedPlan = {
    title,
    start: clock.nowMs(),
    timeZone: 'UTC',
    languages: ['en'],
    agenda: [{ part: 1, title: item, minutes: 5, open: true }],
    modalities: { recording: 'never', ifLineDrops, peopleInRoom: '' },
    sides: [
      { side: own, name: sides[0], flag: 'CH', seal: seal.publicKey },
      { side: other, name: sides[1], flag: 'KE', seal: null },
    ],
  }
  const made = { seal, side: own, proposal, createToken: at.createToken }
  const first = parts.use(await Desk.open(deskParts, await createCall(deskParts, made)))
  const link = readLink(new URL(await first.invite(other, at.url)).hash)
  if (link?.is !== 'invitation') throw new Error('It invites')
  const otherParts = { server, clock, store: otherStore }
  await using invitation = await readInvitation(otherParts, link)
  const accepted = invitation.accept(otherSeal)
  await until(first, () => first.state.filed.has(other))
  await first.pinSide({ side: other, seal: otherSeal.publicKey })
  const second = parts.use(await Desk.open(otherParts, await accepted))
  await second.pinSide({ side: own, seal: seal.publicKey })
  await first.signPlan()
  await signWhatWaits(second)
  await until(first, () => first.state.documents.plan !== undefined)

  const seats = [first, second].flatMap((desk) =>
    Array.from({ length: seatsEach }, () => ({
      seat: newSeatId(),
      side: desk.state.record.side,
      desk,
    })),
  )
  for (const desk of [first, second]) {
    const { side } = desk.state.record
    const rows = seats.filter((one) => one.desk === desk)
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    await desk.declareDelegation(
      rows.map(({ seat }, index) => ({
        seat,
        name: `${people} ${index + 1}`,
        office,
        role: 'adviser',
        languages: ['en'],
        rooms: [PLENARY, caucusOf(side)],
      })),
    )
  }
  await Promise.all([signWhatWaits(first), signWhatWaits(second)])
  for (const desk of [first, second])
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await until(desk, () => desk.state.documents.lists.seats.size === seats.length)
  const stays = parts.move()
  return {
    server,
    desks: [first, second],
    stores: [store, otherStore],
    seats,
    async sit(seat, over = server) {
      const { desk } = seats.find((one) => one.seat === seat) ?? {}
      if (!desk) throw new Error('It is a seat of this call')
      return stays.use(await sitDown({ desk, seat, clock, server: over, page: at.url }))
    },
    [Symbol.asyncDispose]: () => stays.disposeAsync(),
  }
}

/** Enrols a device over a new link of that desk, and signs it in. */
export async function sitDown({
  desk,
  seat,
  clock,
  server,
  page,
}: {
  desk: Desk
  seat: SeatId
  clock: Clock
  server: Server
  page: string
}): Promise<OpenSeat> {
  const link = readLink(new URL(await desk.openSeatLink(seat, page)).hash)
  if (link?.is !== 'seat') throw new Error('It is a seat link')
  const store = memoryKeyStore()
  const code = Promise.withResolvers<string>()
  const show = (step: EnrolmentStep) => {
    if (step.is === 'code') code.resolve(step.code)
  }
  const enrolling = enrol({ server, link, store, clock, show })
  const typed = await code.promise
  const asks = () => desk.state.asking.find((one) => one.seat === seat && one.is === 'awaits-code')
  await until(desk, () => asks() !== undefined)
  const device = asks()
  if (device) await desk.enrolments.typeCode(device.enrolment, typed)
  return await openSeat({ server, record: await enrolling, store, clock })
}

async function signWhatWaits(desk: Desk): Promise<void> {
  const waits = () => {
    const { record, documents } = desk.state
    return documents.drafts.find(({ awaits }) => awaits.includes(record.side))
  }
  await until(desk, () => waits() !== undefined)
  const draft = waits()
  if (draft) await desk.signDraft({ hash: draft.hash })
}

/** Resolves once it holds of the desk's state. */
async function until(desk: Desk, holds: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  using listening = new DisposableStack()
  listening.use(desk.listen(() => void (holds() && resolve())))
  await promise
}
