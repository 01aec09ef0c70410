import {
  PLENARY,
  type CompactJws,
  type PublicKey,
  type SeatId,
  type SideId,
} from '@parley/protocol'
import {
  verifyLeafStatement,
  verifyPass,
  type EntryStatement,
  type SignedEntry,
} from '@parley/seal'
import type { ReadPapers } from './readPapers.ts'

/** Whose entries of a key are: a seal's, or those of a device in a seat, with the version of its pass. */
export type Signer =
  | { readonly is: 'desk'; readonly side: SideId }
  | { readonly is: 'seat'; readonly side: SideId; readonly seat: SeatId; readonly pass: number }

/** What the papers say that a signer is tied to. */
type Agreed = Pick<ReadPapers, 'call' | 'seals' | 'seats'>

/** An entry whose signer is known. */
export type CountedEntry = SignedEntry & { readonly signer: Signer }

/** Those that count, in the order given: of a seal of the plan, or of a leaf whose first entry shows the pass of a seat that every side agreed on. */
export async function countEntries(
  entries: readonly SignedEntry[],
  papers: Agreed,
): Promise<CountedEntry[]> {
  const known = new Map<PublicKey, Signer>(
    [...papers.seals].map(([side, seal]) => [seal, { is: 'desk', side }]),
  )
  for (const { entry } of entries) {
    const shown = proofIn(entry)
    if (!shown || known.has(entry.by)) continue
    // oxlint-disable-next-line no-await-in-loop -- once for each leaf
    const signer = await seatOf(shown, { leaf: entry.by, ...papers })
    if (signer) known.set(entry.by, signer)
  }
  return entries.flatMap((one) => {
    const signer = known.get(one.entry.by)
    return signer ? [{ ...one, signer }] : []
  })
}

function proofIn({ n, what }: EntryStatement): { pass: CompactJws; leaf: CompactJws } | undefined {
  const [first] = what
  return n === 1 && first?.is === 'present' ? first : undefined
}

async function seatOf(
  shown: { pass: CompactJws; leaf: CompactJws },
  { leaf, call, seals, seats }: Agreed & { leaf: PublicKey },
): Promise<Signer | undefined> {
  const verified = await verifyPass(shown.pass, seals)
  if (!verified) return undefined
  const { pass, hash } = verified
  const said = await verifyLeafStatement(shown.leaf, pass.device)
  const isLeaf = said?.leaf === leaf && said.pass === hash && said.room === PLENARY
  const isOfCall = pass.call === call && said?.call === call
  const known = seats.get(pass.seat)
  const isAgreed = known?.side === pass.side && known.rooms.includes(PLENARY)
  if (!isLeaf || !isOfCall || !isAgreed || pass.drives !== undefined) return undefined
  return { is: 'seat', side: pass.side, seat: pass.seat, pass: pass.version }
}
