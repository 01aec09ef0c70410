import {
  LIMITS,
  type AgreementKey,
  type CallId,
  type CompactJws,
  type EnrolmentId,
  type EnrolmentState,
  type Hash,
  type Nonce,
  type PublicKey,
  type SideId,
} from '@parley/protocol'
import type { Connection, Schema } from '../database/schema.ts'

export type Enrolment = Schema['enrolment']

export async function enrolmentOf(
  db: Connection,
  { call, id }: { call: CallId; id: EnrolmentId },
): Promise<Enrolment | undefined> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('call', '=', call)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The one that was asked for over this link with this commitment. */
export async function enrolmentByCommitment(
  db: Connection,
  { link, commitment }: { link: Hash; commitment: Hash },
): Promise<Enrolment | undefined> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('link', '=', link)
    .where('commitment', '=', commitment)
    .executeTakeFirst()
}

/** False if the seat has as many open ones as it may: each takes a slot, and a slot holds one. */
export async function addEnrolment(
  db: Connection,
  asked: Pick<Enrolment, 'id' | 'call' | 'side' | 'seat' | 'link' | 'commitment' | 'asked_at'>,
): Promise<boolean> {
  const nothingYet = { answer: null, device: null, agreement: null, r: null, signature: null }
  for (let slot = 1; slot <= LIMITS.openEnrolmentsPerSeat; slot++) {
    const added = await db
      .insertInto('enrolment')
      .values({ ...asked, ...nothingYet, slot, ended: null })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return true
  }
  return false
}

/** Ends those of a seat that were asked for before that time and never got as far as a reveal. */
export async function endStaleEnrolments(
  db: Connection,
  { call, side, seat, before }: Pick<Enrolment, 'call' | 'side' | 'seat'> & { before: number },
): Promise<EnrolmentId[]> {
  const ended = await db
    .updateTable('enrolment')
    .set({ ended: 'refused' })
    .where('call', '=', call)
    .where('side', '=', side)
    .where('seat', '=', seat)
    .where('ended', 'is', null)
    .where('device', 'is', null)
    .where('asked_at', '<', before)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** False if it has an answer, or ended. */
export async function answerEnrolment(
  db: Connection,
  { id, answer }: { id: EnrolmentId; answer: CompactJws },
): Promise<boolean> {
  const answered = await db
    .updateTable('enrolment')
    .set({ answer })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .where('ended', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return answered !== undefined
}

/** False if it was revealed, was not answered yet, or ended. */
export async function revealEnrolment(
  db: Connection,
  {
    id,
    ...revealed
  }: {
    id: EnrolmentId
    device: PublicKey
    agreement: AgreementKey
    r: Nonce
    signature: CompactJws
  },
): Promise<boolean> {
  const done = await db
    .updateTable('enrolment')
    .set(revealed)
    .where('id', '=', id)
    .where('answer', 'is not', null)
    .where('device', 'is', null)
    .where('ended', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** False if it ended before. */
export async function endEnrolment(
  db: Connection,
  { id, ended }: { id: EnrolmentId; ended: 'granted' | 'refused' },
): Promise<boolean> {
  const done = await db
    .updateTable('enrolment')
    .set({ ended })
    .where('id', '=', id)
    .where('ended', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** Ends all open ones of a link, and tells which. */
export async function endEnrolmentsOfLink(db: Connection, link: Hash): Promise<EnrolmentId[]> {
  const ended = await db
    .updateTable('enrolment')
    .set({ ended: 'refused' })
    .where('link', '=', link)
    .where('ended', 'is', null)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

export async function openEnrolments(
  db: Connection,
  { call, side }: { call: CallId; side: SideId },
): Promise<Enrolment[]> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('call', '=', call)
    .where('side', '=', side)
    .where('ended', 'is', null)
    .orderBy('asked_at')
    .execute()
}

/** As it is told to the desk; and to the device, whose own keys it knows. */
export function stateOf(enrolment: Enrolment): EnrolmentState {
  const { id, seat, commitment, answer, device, agreement, r, signature, ended } = enrolment
  return {
    enrolment: id,
    seat,
    commitment,
    ...(answer && { answer }),
    ...(device && agreement && r && signature && { revealed: { device, agreement, r, signature } }),
    ...(ended && { ended }),
  }
}
