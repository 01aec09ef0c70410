import { aidePlaceOf, type Hash, type SeatId } from '@parley/protocol'
import { signDeskStatement, withdrawalKind } from '@parley/seal'
import { allWithdrawn } from '../documents/allWithdrawn.ts'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import type { GivenPass } from './deskRecord.ts'
import { lastSigned, nextVersion, signAndFile } from './filing.ts'

/**
 * Withdraws the newest pass of a seat, and of its aide's console. It counts at once; the server is told,
 * too, now or when the line is back, and closes the sockets. Rejects with `CannotSign`.
 */
export async function withdrawSeat(hands: DeskHands, seat: SeatId): Promise<void> {
  const own = lastPass(hands, seat)
  if (!own) throw new CannotSign('unknown-seat')
  const place = aidePlaceOf(seat)
  const aide = lastPass(hands, place)
  await withdraw(hands, [{ seat, ...own }, ...(aide ? [{ seat: place, ...aide }] : [])])
}

/** Likewise, of the console of that seat's aide alone. */
export async function withdrawAide(hands: DeskHands, seat: SeatId): Promise<void> {
  const place = aidePlaceOf(seat)
  const aide = lastPass(hands, place)
  if (!aide) throw new CannotSign('unknown-seat')
  await withdraw(hands, [{ seat: place, ...aide }])
}

async function withdraw(
  hands: DeskHands,
  gone: readonly (GivenPass & { seat: SeatId })[],
): Promise<void> {
  const { book, documents, clock } = hands
  const { call, side, seal } = book.record
  const at = clock.nowMs()
  const kind = withdrawalKind(side)
  const withdrawn = allWithdrawn([
    book.record.withdrawn,
    documents.documents.withdrawnBy.get(side) ?? [],
    gone.map(({ seat, version }) => ({ seat, passVersion: version, at })),
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
  const statements = await Promise.all(
    gone.map(({ device }) =>
      signDeskStatement(seal.signingKey, { say: 'withdraw', call, side, device, at }),
    ),
  )
  await book.change((record) => ({
    ...record,
    withdrawn,
    untold: [...record.untold, ...statements],
  }))
  await signAndFile(hands, { is: 'withdrawal', payload })
}

/** Also where the server holds it back. */
function lastPass({ book, documents }: DeskHands, seat: SeatId): GivenPass | undefined {
  const given = book.record.passes[seat]
  const pass = documents.documents.passes.get(seat)?.payload
  const here = pass?.side === book.record.side ? pass : undefined
  return (here?.version ?? 0) > (given?.version ?? 0) ? here : given
}

/** What the next one replaces, also where the server holds it back. */
function lastWithdrawal({ book, documents }: DeskHands): Hash | null {
  const { side } = book.record
  const here = documents.documents.withdrawals.get(side)
  const signed = lastSigned(book.record, withdrawalKind(side))
  if (!here) return signed?.hash ?? null
  return signed && signed.version > here.payload.version ? signed.hash : here.hash
}
