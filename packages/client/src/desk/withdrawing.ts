import type { Hash, SeatId } from '@parley/protocol'
import { signDeskStatement, withdrawalKind } from '@parley/seal'
import { allWithdrawn } from '../documents/allWithdrawn.ts'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import { lastSigned, nextVersion, signAndFile } from './filing.ts'

/** Withdraws the newest pass of a seat. It counts at once; the server is told, too, and closes the device's socket. */
export async function withdrawSeat(hands: DeskHands, seat: SeatId): Promise<void> {
  const { book, documents, clock, connection } = hands
  const { call, side, seal } = book.record
  const { passes, withdrawnBy } = documents.documents
  const pass = passes.get(seat)?.payload
  if (!pass || pass.side !== side) throw new CannotSign('unknown-seat')
  const at = clock.nowMs()
  const kind = withdrawalKind(side)
  const withdrawn = allWithdrawn([
    book.record.withdrawn,
    withdrawnBy.get(side) ?? [],
    [{ seat, passVersion: pass.version, at }],
  ])
  const payload = {
    call,
    kind,
    version: nextVersion(hands, kind),
    previous: lastWithdrawal(hands),
    at,
    side,
    withdrawn,
  }
  await book.change((record) => ({ ...record, withdrawn }))
  await signAndFile(hands, { is: 'withdrawal', payload })
  const said = { say: 'withdraw', call, side, device: pass.device, at } as const
  const statement = await signDeskStatement(seal.signingKey, said)
  await connection.request({ type: 'withdraw', statement })
}

/** What the next one replaces, also where the server holds it back. */
function lastWithdrawal({ book, documents }: DeskHands): Hash | null {
  const { side } = book.record
  const here = documents.documents.withdrawals.get(side)
  const signed = lastSigned(book.record, withdrawalKind(side))
  if (!here) return signed?.hash ?? null
  return signed && signed.version > here.payload.version ? signed.hash : here.hash
}
