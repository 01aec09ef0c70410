import type { CallId, PublicKey } from '@parley/protocol'
import { countEntries, type Signer } from '@parley/release'
import { partWordOf, type PartWord, type SignedEntry } from '@parley/seal'
import type { Documents } from '../documents/documentStore.ts'
import type { PartGround } from './partGround.ts'

type Signed = Pick<Documents, 'seals' | 'withdrawnBy' | 'passes'>

/** What of a call's entries is about the moves of its agenda: those, and the first of each signer, by which it is known. */
export class PartWords {
  readonly #moves: SignedEntry[] = []
  readonly #firsts = new Map<PublicKey, SignedEntry>()

  /** Takes new ones in. True where one of them may matter. */
  take(added: readonly SignedEntry[]): boolean {
    let isNew = false
    for (const one of added) {
      const { by, n, what } = one.entry
      const isMove = what.some((event) => 'move' in event)
      const isFirst = n === 1 && !this.#firsts.has(by)
      if (isMove) this.#moves.push(one)
      if (isFirst) this.#firsts.set(by, one)
      isNew ||= isMove || isFirst
    }
    return isNew
  }

  /** The words of those who speak for a side, in the order in which they came. */
  async words(
    call: CallId,
    { seats, speakers }: Pick<PartGround, 'seats' | 'speakers'>,
    documents: Signed,
  ): Promise<readonly PartWord[]> {
    const signers = new Set(this.#moves.map(({ entry }) => entry.by))
    const firsts = [...signers].flatMap((by) => this.#firsts.get(by) ?? [])
    const papers = { call, seals: documents.seals, seats }
    const counted = await countEntries([...new Set([...firsts, ...this.#moves])], papers)
    const signerOf = new Map(counted.map(({ hash, signer }) => [hash, signer]))
    return this.#moves.flatMap(({ hash, entry }) => {
      const signer = signerOf.get(hash)
      const seat = signer?.is === 'seat' ? signer.seat : undefined
      if (!signer || (seat && !speakers.has(seat))) return []
      const { side } = signer
      return entry.what.flatMap((event) => {
        const isDoubted = isDoubtedAt(event.at, { signer, documents })
        return partWordOf(event, { side, seat, isDoubted }) ?? []
      })
    })
  }

  /** The entries that speak of a move with that number, and those by which their signers are known. */
  proofsOf(move: number): readonly SignedEntry[] {
    const of = this.#moves.filter(({ entry }) =>
      entry.what.some((event) => 'move' in event && event.move === move),
    )
    const firsts = of.flatMap(({ entry }) => this.#firsts.get(entry.by) ?? [])
    return [...new Set([...firsts, ...of])]
  }
}

/** Whether the device had been withdrawn by then, or its seat given to another: by what its own side signed. */
function isDoubtedAt(
  atMs: number,
  { signer, documents: { withdrawnBy, passes } }: { signer: Signer; documents: Signed },
): boolean {
  if (signer.is === 'desk') return false
  const { side, seat, pass } = signer
  const withdrawn = withdrawnBy.get(side) ?? []
  const newest = passes.get(seat)?.payload
  return (
    withdrawn.some((one) => one.seat === seat && one.passVersion >= pass && one.at <= atMs) ||
    (newest !== undefined && newest.version > pass && newest.at <= atMs)
  )
}
