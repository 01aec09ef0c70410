import type { Line } from './line.ts'
import type { Member } from './members.ts'
import { presenceOf } from './presence.ts'

/** Whether somebody hears one, by that person's own word and nothing else. */
export type HearsYou =
  | { hears: 'yes' | 'not-heard-yet' }
  /** Since that person stopped hearing; since one's sound goes out, if they never heard it. */
  | { hears: 'no'; sinceMs: number }

/**
 * How long sound goes out before not having been confirmed means anything: a heartbeat and a half.
 * Larger: one speaks unheard for longer. Smaller: whoever starts to speak is told that nobody hears.
 */
const CONFIRMED_WITHIN_MS = 7000

/** Somebody's word on one's own sound, which goes out since then; not at all if undefined. */
export function hearsYou(
  member: Member,
  { soundSinceMs, line, nowMs }: { soundSinceMs: number | undefined; line: Line; nowMs: number },
): HearsYou {
  const { heard, heardYouAtMs, missesYouSinceMs, sinceMs: seatedMs } = member
  if (!heard || soundSinceMs === undefined) return { hears: 'not-heard-yet' }
  if (presenceOf(member, { line, nowMs }) !== 'here')
    return { hears: 'no', sinceMs: Math.max(soundSinceMs, heard.atMs) }
  const hasConfirmed = heardYouAtMs !== undefined && heardYouAtMs >= soundSinceMs
  if (missesYouSinceMs === undefined) return { hears: hasConfirmed ? 'yes' : 'not-heard-yet' }
  const sinceMs = Math.max(soundSinceMs, seatedMs, missesYouSinceMs)
  const isLate = hasConfirmed || nowMs - sinceMs > CONFIRMED_WITHIN_MS
  return isLate ? { hears: 'no', sinceMs } : { hears: 'not-heard-yet' }
}
