import type { Hash, SeatId } from '@parley/protocol'
import { signDeskStatement, withdrawalKind } from '@parley/seal'
import { allWithdrawn } from '../documents/allWithdrawn.ts'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import type { GivenPass } from './deskRecord.ts'
import { lastSigned, nextVersion, signAndFile } from './filing.ts'

/**
 * Withdraws the newest pass of a seat. It counts at once; the server is told, too, now or when the line
 * is back, and closes the device's socket.
 */
export async function withdrawSeat(hands: DeskHands, seat: SeatId): Promise<void> {
  const { book, documents, clock } = hands
  const { call, side, seal } = book.record
  const pass = lastPass(hands, seat)
  const at = clock.nowMs()
  const kind = withdrawalKind(side)
  const withdrawn = allWithdrawn([
    book.record.withdrawn,
    documents.documents.withdrawnBy.get(side) ?? [],
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
  const said = { say: 'withdraw', call, side, device: pass.device, at } as const
  const statement = await signDeskStatement(seal.signingKey, said)
  await book.change((record) => ({ ...record, withdrawn, untold: [...record.untold, statement] }))
  await signAndFile(hands, { is: 'withdrawal', payload })
}

/** Also where the server holds it back. Throws `CannotSign`. */
function lastPass({ book, documents }: DeskHands, seat: SeatId): GivenPass {
  const given = book.record.passes[seat]
  const pass = documents.documents.passes.get(seat)?.payload
  const here = pass?.side === book.record.side ? pass : undefined
  const last = (here?.version ?? 0) > (given?.version ?? 0) ? here : given
  if (!last) throw new CannotSign('unknown-seat')
  return last
}

/** What the next one replaces, also where the server holds it back. */
function lastWithdrawal({ book, documents }: DeskHands): Hash | null {
  const { side } = book.record
  const here = documents.documents.withdrawals.get(side)
  const signed = lastSigned(book.record, withdrawalKind(side))
  if (!here) return signed?.hash ?? null
  return signed && signed.version > here.payload.version ? signed.hash : here.hash
}
