import type { LeafIndex } from '@parley/protocol'
import { RANK_MS, rankOf } from './duty.ts'
import type { Line } from './line.ts'
import type { Members } from './members.ts'
import type { RefreshEffect } from './refresh.ts'

/** An epoch whose commit brought nothing that one could join with, and whose commit it was. */
export type Unjoinable = { epoch: number; by: LeafIndex; sinceMs: number }

export type RepairEvent = { type: 'unjoinable'; by: LeafIndex; epoch: number; atMs: number }

/** A refresh that did not come back by then is tried again. */
const AGAIN_AFTER_MS = 3000

/**
 * A refresh by somebody else lets joiners in again: the lowest living leaf but the committer makes it
 * at once, the others 300 ms times their rank later. docs/protocol.md, "Rooms".
 */
export function stepRepair(
  unjoinable: Unjoinable | undefined,
  {
    epoch,
    members,
    you,
    line,
    nowMs,
  }: { epoch: number; members: Members; you: LeafIndex; line: Line; nowMs: number },
): readonly [Unjoinable | undefined, readonly RefreshEffect[]] {
  if (unjoinable?.epoch !== epoch) return [undefined, []]
  const others = new Map([...members].filter(([leaf]) => leaf !== unjoinable.by))
  if (nowMs - unjoinable.sinceMs < RANK_MS * rankOf(you, others, { line, nowMs }))
    return [unjoinable, []]
  return [{ ...unjoinable, sinceMs: nowMs + AGAIN_AFTER_MS }, [{ do: 'refresh' }]]
}
