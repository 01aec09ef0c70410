import type { CompactJws, PublicKey, SeatId, SideId } from '@parley/protocol'
import { verifyLeafStatement, verifyPass, type Pass } from '@parley/seal'
import type { RoomTerms } from '../mls/terms.ts'
import type { VoidCode } from './admit.ts'

/** Whose a leaf is, by the signatures it carries. */
export type Credential = {
  seat: SeatId
  side: SideId
  /** Of an aide's console: the seat whose display it drives. Its own `seat` is the place beside that. */
  drives: SeatId | undefined
  device: PublicKey
  leafKey: PublicKey
  pass: Pick<Pass, 'version' | 'listen'> & { notBeforeMs: number; expiresMs: number }
}

/** The bytes of a basic credential: pass `~` leaf statement. */
export function identityOf(pass: CompactJws, statement: CompactJws): Uint8Array {
  return new TextEncoder().encode(`${pass}~${statement}`)
}

/** Verifies both halves of a credential, against the terms and the group it is used in. */
export async function verifyCredential(
  { identity, leafKey }: { identity: Uint8Array; leafKey: PublicKey },
  { terms, group }: { terms: RoomTerms; group: string },
): Promise<Credential | VoidCode> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(identity)
  const [pass, statement, ...rest] = text.split('~')
  if (!pass || !statement || rest.length > 0) return 'malformed'
  const verified = await verifyPass(pass, terms.seals)
  if (!verified) return 'unknown-seal'
  const { seat, side, device, version, listen, notBefore, expires, call, drives } = verified.pass
  if (call !== terms.call) return 'wrong-context'
  const said = await verifyLeafStatement(statement, device)
  if (!said || said.leaf !== leafKey || said.pass !== verified.hash) return 'leaf-not-signed'
  const isHere = said.call === terms.call && said.room === terms.room && said.group === group
  if (!isHere) return 'wrong-context'
  return {
    seat,
    side,
    drives,
    device,
    leafKey,
    pass: { version, listen, notBeforeMs: notBefore, expiresMs: expires },
  }
}
