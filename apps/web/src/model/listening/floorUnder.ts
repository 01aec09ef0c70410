import type { SeatId } from '@parley/protocol'

/**
 * How long an interpreter is silent before the floor comes up. Larger: one misses what nobody interprets.
 * Smaller: each breath of the interpreter lets the original voice in.
 */
const SILENT_AFTER_MS = 2500

/** How long the floor counts as speaking after its last sound. Larger: it comes up into silence. Smaller: not between two words. */
const SPEAKS_ON_FOR_MS = 1000

/** Whether the floor is up while one listens to an interpretation. It goes down as soon as the interpreter is heard. */
export function stepFloorUp(
  isUp: boolean,
  {
    onAir,
    heardMs,
    floorHeardMs,
    nowMs,
  }: {
    /** Whose interpretation one hears; nobody lets the floor up. */
    onAir: SeatId | undefined
    /** When that interpreter's voice, and one of the floor, was last measured. */
    heardMs: number | undefined
    floorHeardMs: number | undefined
    nowMs: number
  },
): boolean {
  if (onAir === undefined) return true
  if (heardMs !== undefined && nowMs - heardMs < SILENT_AFTER_MS) return false
  return isUp || (floorHeardMs !== undefined && nowMs - floorHeardMs < SPEAKS_ON_FOR_MS)
}
