import type { CallId, PublicKey, SeatId, SideId } from '@parley/protocol'
import type { Connection, Schema } from '../database/schema.ts'

/** Counts it among the side's seats. */
export async function addSeat(
  db: Connection,
  seat: { call: CallId; side: SideId; seat: SeatId },
): Promise<void> {
  await db
    .insertInto('seat')
    .values(seat)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function countSeats(
  db: Connection,
  { call, side }: { call: CallId; side: SideId },
): Promise<number> {
  const row = await db
    .selectFrom('seat')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('call', '=', call)
    .where('side', '=', side)
    .executeTakeFirst()
  return row?.count ?? 0
}

/** False if that key was approved in the call before, withdrawn or not: a withdrawn key never comes back. */
export async function addDevice(
  db: Connection,
  device: Omit<Schema['device'], 'withdrawn_at' | 'replaced_by'>,
): Promise<boolean> {
  const added = await db
    .insertInto('device')
    .values({ ...device, withdrawn_at: null, replaced_by: null })
    .onConflict((c) => c.doNothing())
    .returning('device')
    .executeTakeFirst()
  return added !== undefined
}

export async function deviceOf(
  db: Connection,
  { call, device }: { call: CallId; device: PublicKey },
): Promise<Schema['device'] | undefined> {
  return db
    .selectFrom('device')
    .selectAll()
    .where('call', '=', call)
    .where('device', '=', device)
    .executeTakeFirst()
}

/** False if that side has no such device. Withdrawing again changes nothing. */
export async function withdrawDevice(
  db: Connection,
  { call, side, device, at }: { call: CallId; side: SideId; device: PublicKey; at: number },
): Promise<boolean> {
  await db
    .updateTable('device')
    .set({ withdrawn_at: at })
    .where('call', '=', call)
    .where('side', '=', side)
    .where('device', '=', device)
    .where('withdrawn_at', 'is', null)
    .execute()
  const row = await deviceOf(db, { call, device })
  return row?.side === side
}

/** A seat has one device: withdraws the others, and tells which. */
export async function endOtherDevices(
  db: Connection,
  {
    call,
    side,
    seat,
    device,
    at,
  }: { call: CallId; side: SideId; seat: SeatId; device: PublicKey; at: number },
): Promise<PublicKey[]> {
  const ended = await db
    .updateTable('device')
    .set({ withdrawn_at: at, replaced_by: device })
    .where('call', '=', call)
    .where('side', '=', side)
    .where('seat', '=', seat)
    .where('device', '!=', device)
    .where('withdrawn_at', 'is', null)
    .returning('device')
    .execute()
  return ended.map((row) => row.device)
}
