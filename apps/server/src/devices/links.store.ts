import type {
  CallId,
  CompactJwe,
  CompactJws,
  Hash,
  PublicKey,
  SeatId,
  SideId,
} from '@parley/protocol'
import type { Connection, Schema } from '../database/schema.ts'

export type Link = Schema['link']

export async function linkOf(db: Connection, tokenHash: Hash): Promise<Link | undefined> {
  return db.selectFrom('link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
}

/** False if the token is known already. */
export async function addLink(
  db: Connection,
  link: Pick<Link, 'token_hash' | 'call' | 'side' | 'seat' | 'inviter' | 'invitation'>,
): Promise<boolean> {
  const added = await db
    .insertInto('link')
    .values({ ...link, filed: null, filed_seal: null, spent_at: null })
    .onConflict((c) => c.doNothing())
    .returning('token_hash')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes away the unspent links to a seat; tells which. */
export async function dropSeatLinks(
  db: Connection,
  { call, side, seat }: { call: CallId; side: SideId; seat: SeatId },
): Promise<Hash[]> {
  const dropped = await db
    .deleteFrom('link')
    .where('call', '=', call)
    .where('side', '=', side)
    .where('seat', '=', seat)
    .where('spent_at', 'is', null)
    .returning('token_hash')
    .execute()
  return dropped.map((link) => link.token_hash)
}

/** Takes away the unspent invitations of that side by that inviter; tells which. */
export async function dropInvitations(
  db: Connection,
  { call, side, inviter }: { call: CallId; side: SideId; inviter: SideId },
): Promise<Hash[]> {
  const dropped = await db
    .deleteFrom('link')
    .where('call', '=', call)
    .where('side', '=', side)
    .where('inviter', '=', inviter)
    .where('spent_at', 'is', null)
    .returning('token_hash')
    .execute()
  return dropped.map((link) => link.token_hash)
}

/** False if it was spent, or is not there. */
export async function spendLink(
  db: Connection,
  { link, at }: { link: Hash; at: number },
): Promise<boolean> {
  const spent = await db
    .updateTable('link')
    .set({ spent_at: at })
    .where('token_hash', '=', link)
    .where('spent_at', 'is', null)
    .returning('token_hash')
    .executeTakeFirst()
  return spent !== undefined
}

/** False if the link is spent. The last one filed counts. */
export async function fileSide(
  db: Connection,
  { link, document, seal }: { link: Hash; document: CompactJws; seal: PublicKey },
): Promise<boolean> {
  const filed = await db
    .updateTable('link')
    .set({ filed: document, filed_seal: seal })
    .where('token_hash', '=', link)
    .where('spent_at', 'is', null)
    .returning('token_hash')
    .executeTakeFirst()
  return filed !== undefined
}

/** The unspent invitations that a side wrote. */
export async function openInvitations(
  db: Connection,
  { call, inviter }: { call: CallId; inviter: SideId },
): Promise<Link[]> {
  return db
    .selectFrom('link')
    .selectAll()
    .where('call', '=', call)
    .where('inviter', '=', inviter)
    .where('spent_at', 'is', null)
    .execute()
}

/** The invitations to a side, spent or not. */
export async function invitationsTo(
  db: Connection,
  { call, side }: { call: CallId; side: SideId },
): Promise<Link[]> {
  return db
    .selectFrom('link')
    .selectAll()
    .where('call', '=', call)
    .where('side', '=', side)
    .where('seat', 'is', null)
    .execute()
}

/** False if that key has a grant already. */
export async function addGrant(
  db: Connection,
  grant: { call: CallId; key: PublicKey; sealed: CompactJwe },
): Promise<boolean> {
  const added = await db
    .insertInto('key_grant')
    .values(grant)
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  return added !== undefined
}

export async function grantOf(
  db: Connection,
  { call, key }: { call: CallId; key: PublicKey },
): Promise<CompactJwe | undefined> {
  const row = await db
    .selectFrom('key_grant')
    .select('sealed')
    .where('call', '=', call)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.sealed
}
