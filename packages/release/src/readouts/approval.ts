import type { Hash, SeatId } from '@parley/protocol'
import type { SeatRemarks } from './remarks.ts'

/** What a principal of the side said, and whether it still holds. */
export type Approval =
  | { readonly is: 'not-needed' }
  | { readonly is: 'not-asked' }
  | { readonly is: 'awaited' }
  | { readonly is: 'given'; readonly seat: SeatId; readonly at: number }
  /** The text is another than the one that was approved. */
  | { readonly is: 'withdrawn'; readonly seat: SeatId; readonly at: number }

/**
 * Whether the text as it is now is approved. `now` names it, `offered` what was last shown for approval, and
 * `principals` are the seats whose word counts.
 */
export function approvalOf({
  needsApproval,
  now,
  offered,
  remarks,
  principals,
}: {
  needsApproval: boolean
  now: Hash
  offered: Hash | null
  remarks: readonly Pick<SeatRemarks, 'seat' | 'approves'>[]
  principals: ReadonlySet<SeatId>
}): Approval {
  if (!needsApproval) return { is: 'not-needed' }
  const given = remarks
    .flatMap(({ seat, approves }) =>
      approves && principals.has(seat) ? [{ seat, ...approves }] : [],
    )
    .toSorted((a, b) => b.at - a.at)
  const [newest] = given
  const holds = given.find(({ wording }) => wording === now)
  if (holds) return { is: 'given', seat: holds.seat, at: holds.at }
  if (offered === now) return { is: 'awaited' }
  if (newest) return { is: 'withdrawn', seat: newest.seat, at: newest.at }
  return { is: 'not-asked' }
}
