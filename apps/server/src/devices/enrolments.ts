import { aidePlaceOf, LIMITS, Refusal, type EnrolmentId } from '@parley/protocol'
import { passKind, verifyDeskStatement } from '@parley/seal'
import type { Clock } from '../clock.ts'
import type { Connection, Database } from '../database/schema.ts'
import type { MediaServer } from '../media/mediaServer.ts'
import { putOutWithdrawn } from '../media/putOutWithdrawn.ts'
import { storeDocument } from '../documents/documents.store.ts'
import type { Bus } from '../sockets/bus.ts'
import { asDesk, asSeatLink, type Handlers, type Session } from '../sockets/session.ts'
import { addDevice, addSeat, countSeats, endOtherDevices } from './devices.store.ts'
import {
  addEnrolment,
  answerEnrolment,
  endEnrolment,
  endEnrolmentsOfLink,
  endStaleEnrolments,
  enrolmentByCommitment,
  enrolmentOf,
  revealEnrolment,
  type Enrolment,
} from './enrolments.store.ts'
import { randomEnrolmentId } from './randomIds.ts'
import { addGrant, addLink, dropSeatLinks, linkOf, spendLink } from './links.store.ts'

/** How long an enrolment that was not revealed keeps its slot. Larger: a mail scanner blocks a seat for longer. Smaller: a slow officer starts again. */
const STALE_AFTER_MS = 10 * 60_000

type Enrolments = Pick<
  Handlers,
  | 'open-seat-link'
  | 'ask-enrolment'
  | 'answer-enrolment'
  | 'reveal-enrolment'
  | 'grant-enrolment'
  | 'refuse-enrolment'
>

/** How a device gets its pass: commit, then reveal. The server stores and forwards each step once. */
export function enrolmentHandlers({
  db,
  bus,
  clock,
  media,
}: {
  db: Database
  bus: Bus
  clock: Clock
  media: MediaServer
}): Enrolments {
  return {
    async 'open-seat-link'(session, { tokenHash, seat }) {
      const { call, side } = asDesk(session)
      const { links, ended } = await db.transaction().execute(async (tx) => {
        await addSeat(tx, { call, side, seat })
        if ((await countSeats(tx, { call, side })) > LIMITS.seatsPerCall) throw new Refusal('full')
        const dropped = await dropSeatLinks(tx, { call, side, seat })
        const open = await Promise.all(dropped.map((link) => endEnrolmentsOfLink(tx, link)))
        const none = { inviter: null, invitation: null }
        if (!(await addLink(tx, { token_hash: tokenHash, call, side, seat, ...none })))
          throw new Refusal('token-spent')
        return { links: dropped, ended: open.flat() }
      })
      for (const enrolment of ended) bus.tell({ is: 'enrolment', call, enrolment })
      for (const link of links) bus.tell({ is: 'link-replaced', call, link })
      return {}
    },

    async 'ask-enrolment'(session, { commitment }) {
      const { call, side, seat, link } = asSeatLink(session)
      await refuseSpent(db, session)
      const stale = { call, side, seat, before: clock.nowMs() - STALE_AFTER_MS }
      for (const enrolment of await endStaleEnrolments(db, stale))
        bus.tell({ is: 'enrolment', call, enrolment })

      const before = await enrolmentByCommitment(db, { link, commitment })
      if (before?.ended) throw new Refusal('enrolment-ended')
      const id = before?.id ?? randomEnrolmentId()
      const asked = { id, call, side, seat, link, commitment, asked_at: clock.nowMs() }
      if (!before && !(await addEnrolment(db, asked))) throw new Refusal('too-many')

      session.enrolments.add(id)
      bus.tell({ is: 'enrolment', call, enrolment: id })
      return { enrolment: id }
    },

    async 'answer-enrolment'(session, { enrolment: id, answer }) {
      const { call } = await ownEnrolment(db, session, id)
      if (!(await answerEnrolment(db, { id, answer }))) throw new Refusal('enrolment-ended')
      bus.tell({ is: 'enrolment', call, enrolment: id })
      return {}
    },

    async 'reveal-enrolment'(session, { enrolment: id, device, agreement, r, signature }) {
      const { call, link } = asSeatLink(session)
      await refuseSpent(db, session)
      const enrolment = await enrolmentOf(db, { call, id })
      if (enrolment?.link !== link) throw new Refusal('enrolment-unknown')
      session.enrolments.add(id)
      if (!(await revealEnrolment(db, { id, device, agreement, r, signature })))
        throw new Refusal('enrolment-ended')
      bus.tell({ is: 'enrolment', call, enrolment: id })
      return {}
    },

    async 'grant-enrolment'(session, { enrolment: id, statement, grant, pass }) {
      const { key } = asDesk(session)
      const { call, side, seat, device, link, ended } = await ownEnrolment(db, session, id)
      if (ended || !device) throw new Refusal('enrolment-ended')
      const said = await verifyDeskStatement(statement, key)
      if (said.say !== 'approve' || said.call !== call || said.side !== side)
        throw new Refusal('bad-signature')
      if (said.seat !== seat || said.device !== device) throw new Refusal('bad-signature')
      const { drives } = said
      if (drives && aidePlaceOf(drives) !== seat) throw new Refusal('bad-signature')

      const at = clock.nowMs()
      const { refused, replaced } = await db.transaction().execute(async (tx) => {
        if (!(await endEnrolment(tx, { id, ended: 'granted' })))
          throw new Refusal('enrolment-ended')
        if (!(await spendLink(tx, { link, at }))) throw new Refusal('token-spent')
        const listen = said.listen ? 1 : 0
        const given = { listen, drives: drives ?? null, expires_at: said.expires } as const
        const approved = { call, device, side, seat, ...given }
        if (!(await addDevice(tx, approved))) throw new Refusal('not-permitted')
        if (!(await addGrant(tx, { call, key: device, sealed: grant })))
          throw new Refusal('not-permitted')
        await storeDocument(tx, { call, kind: passKind(seat), side, ...pass })
        return {
          refused: await endEnrolmentsOfLink(tx, link),
          replaced: await endOtherDevices(tx, { call, side, seat, device, at }),
        }
      })
      bus.tell({ is: 'document', call })
      for (const enrolment of [id, ...refused]) bus.tell({ is: 'enrolment', call, enrolment })
      for (const old of replaced) bus.tell({ is: 'replaced', call, device: old })
      if (replaced.length > 0) await putOutWithdrawn({ db, media, clock })
      return {}
    },

    async 'refuse-enrolment'(session, { enrolment: id }) {
      const { call } = await ownEnrolment(db, session, id)
      if (!(await endEnrolment(db, { id, ended: 'refused' }))) throw new Refusal('enrolment-ended')
      bus.tell({ is: 'enrolment', call, enrolment: id })
      return {}
    },
  }
}

/** An enrolment of the desk's own side. */
async function ownEnrolment(db: Connection, session: Session, id: EnrolmentId): Promise<Enrolment> {
  const { call, side } = asDesk(session)
  const enrolment = await enrolmentOf(db, { call, id })
  if (enrolment?.side !== side) throw new Refusal('enrolment-unknown')
  return enrolment
}

async function refuseSpent(db: Connection, session: Session): Promise<void> {
  const link = await linkOf(db, asSeatLink(session).link)
  if (!link) throw new Refusal('link-unknown')
  if (link.spent_at !== null) throw new Refusal('token-spent')
}
