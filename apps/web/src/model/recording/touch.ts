import { whyHeldBack, type Call, type Parts } from '@parley/call'
import type { RecordingGround } from './recordingState.ts'

/** Without a word of a side for so long one may have missed that it closed the part. Three heartbeats of whoever publishes. */
const SILENT_MS = 15_000

/**
 * Whether one would know that a part has closed: words come, of every side that is here, and nobody says that the
 * talks have moved on without one's knowing where to.
 */
export function touchOf(
  { joining, members, line, you }: Call,
  { parts: { ahead }, nowMs }: { parts: Pick<Parts, 'ahead'>; nowMs: number },
): Pick<RecordingGround, 'isInTouch' | 'heardAtMs'> {
  const others = [...members.values()].filter(({ seat }) => seat !== you.seat)
  const bySide = [...Map.groupBy(others, ({ side }) => side).values()]
  const heardAtMs = Math.min(
    nowMs,
    ...bySide.map((side) => Math.max(0, ...side.map(({ heard }) => heard?.atMs ?? 0))),
  )
  const isInTouch =
    joining.phase === 'in-call' &&
    whyHeldBack(joining, members) === undefined &&
    line.socketLostSinceMs === undefined &&
    ahead.length === 0 &&
    nowMs - heardAtMs <= SILENT_MS
  return { isInTouch, heardAtMs }
}
