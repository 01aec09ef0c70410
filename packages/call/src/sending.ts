import type { SeatId } from '@parley/protocol'
import type { Joining } from './joining.ts'
import type { Members } from './members.ts'

/** Why no sound, picture or word of one's own goes out now. Each has a sentence. */
export type HeldBack =
  | { because: 'not-in-call' }
  | { because: 'alone' }
  | { because: 'not-fresh' }
  | { because: 'held'; seat: SeatId; code: string }

/**
 * The one rule of sending: only in a call, never alone, never beside a leaf that is held, and not
 * before the group was heard to be alive. Of those held oneself is told first: by a wrong clock of
 * one's own everybody is. docs/protocol.md, "Rooms".
 */
export function whyHeldBack(joining: Joining, members: Members): HeldBack | undefined {
  if (joining.phase !== 'in-call' && joining.phase !== 'not-fresh')
    return { because: 'not-in-call' }
  const own = members.get(joining.leaf)
  for (const { seat, heldFor } of [...(own ? [own] : []), ...members.values()])
    if (heldFor !== undefined) return { because: 'held', seat, code: heldFor }
  if (members.size < 2) return { because: 'alone' }
  return joining.phase === 'not-fresh' ? { because: 'not-fresh' } : undefined
}
