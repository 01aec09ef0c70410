import type { LeafIndex } from '@parley/protocol'
import { quietMs, type Line } from './line.ts'
import { isSilent, type Member, type Members } from './members.ts'

/** Why a leaf is taken out; said in the commit, shown, and recorded with the committer's name. */
export type RemovedBecause = 'left' | 'silent' | 'withdrawn' | 'expired' | 'replaced' | 'not-agreed'

/** Leaves that have to go, and since when this window has known. */
export type Duties = ReadonlyMap<LeafIndex, { because: RemovedBecause; sinceMs: number }>

export type DutyEffect = { do: 'remove'; leaves: readonly LeafIndex[]; because: RemovedBecause }

/** What one of higher rank waits longer. Larger: a leaver lingers. Smaller: two commit at once and one is in vain. */
export const RANK_MS = 300

/** A removal that did not come back by then is tried again. */
const AGAIN_AFTER_MS = 3000

/**
 * Who has to go, and whether it is for this leaf to say so: the lowest living leaf at once, the
 * others 300 ms times their rank later. docs/protocol.md, "Leaving".
 */
export function stepDuties(
  duties: Duties,
  { members, you, line, nowMs }: { members: Members; you: LeafIndex; line: Line; nowMs: number },
): readonly [Duties, readonly DutyEffect[]] {
  const next = new Map<LeafIndex, { because: RemovedBecause; sinceMs: number }>()
  const waitMs = RANK_MS * rankOf(you, members, { line, nowMs })
  for (const member of members.values()) {
    const because = member.leaf === you ? undefined : whyToGo(member, { line, nowMs })
    if (!because || (because in BY_LISTS && !areListsShared(members, you))) continue
    const known = duties.get(member.leaf)
    const sinceMs = known?.because === because ? known.sinceMs : nowMs
    next.set(member.leaf, { because, sinceMs })
  }
  const due = [...next].filter(([, { sinceMs }]) => nowMs - sinceMs >= waitMs)
  const because = FIRST_OUT.find((reason) => due.some(([, duty]) => duty.because === reason))
  if (!because) return [next, []]
  const leaves = due.filter(([, duty]) => duty.because === because).map(([leaf]) => leaf)
  for (const leaf of leaves) next.set(leaf, { because, sinceMs: nowMs + AGAIN_AFTER_MS })
  return [next, [{ do: 'remove', leaves, because }]]
}

/** One commit is for one reason, and of several in an epoch only one counts: whoever is withdrawn goes first. */
const FIRST_OUT = ['withdrawn', 'replaced', 'left', 'expired', 'not-agreed', 'silent'] as const

/** A pass that is not valid yet is agreed for later, and for nothing now. */
const NOT_AGREED: ReadonlySet<string | undefined> = new Set(['not-agreed', 'not-cleared', 'early'])

/** Those that depend on which version of the lists one knows. */
const BY_LISTS = { expired: true, 'not-agreed': true }

/**
 * Whoever knows an old list alone takes nobody out: somebody else has to know the same. Nor does
 * whoever is held by the own clock or list: that is wrong, or one is out oneself.
 */
function areListsShared(members: Members, you: LeafIndex): boolean {
  if (members.get(you)?.heldFor !== undefined) return false
  return [...members.values()].some(({ leaf, heard }) => leaf !== you && heard?.lists === 'same')
}

function whyToGo(member: Member, now: { line: Line; nowMs: number }): RemovedBecause | undefined {
  if (member.heldFor === 'withdrawn') return 'withdrawn'
  if (member.heldFor === 'old-pass') return 'replaced'
  if (member.hasSaidLeave) return 'left'
  if (member.heldFor === 'expired') return 'expired'
  if (NOT_AGREED.has(member.heldFor)) return 'not-agreed'
  const nextMs = member.heard?.nextMs ?? 5000
  const quiet = quietMs(member.heard?.atMs ?? member.sinceMs, now)
  return quiet > Math.max(6 * nextMs, 30_000) ? 'silent' : undefined
}

/** How many living leaves stand before this one. */
export function rankOf(
  you: LeafIndex,
  members: Members,
  now: { line: Line; nowMs: number },
): number {
  return [...members.values()].filter(
    (member) =>
      member.leaf < you &&
      !member.hasSaidLeave &&
      member.heldFor === undefined &&
      !isSilent(member, now),
  ).length
}
