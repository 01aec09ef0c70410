import type { SeatId } from '@parley/protocol'
import { signDeskStatement, withdrawalKind } from '@parley/seal'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import { nextVersion, signAndFile } from './filing.ts'

/** Withdraws the newest pass of a seat. It counts at once; the server is told, too, and closes the device's socket. */
export async function withdrawSeat(hands: DeskHands, seat: SeatId): Promise<void> {
  const { book, documents, clock, connection } = hands
  const { call, side, seal } = book.record
  const { passes, withdrawals } = documents.documents
  const pass = passes.get(seat)?.payload
  if (!pass || pass.side !== side) throw new CannotSign('unknown-seat')
  const before = withdrawals.get(side)
  const at = clock.nowMs()
  const kind = withdrawalKind(side)
  const payload = {
    call,
    kind,
    version: nextVersion(hands, kind),
    previous: before?.hash ?? null,
    at,
    side,
    withdrawn: [...(before?.payload.withdrawn ?? []), { seat, passVersion: pass.version, at }],
  }
  await signAndFile(hands, { is: 'withdrawal', payload })
  const said = { say: 'withdraw', call, side, device: pass.device, at } as const
  const statement = await signDeskStatement(seal.signingKey, said)
  await connection.request({ type: 'withdraw', statement })
}
