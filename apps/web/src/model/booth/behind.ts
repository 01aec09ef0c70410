import type { SeatId } from '@parley/protocol'

/** Since when a voice has been silent, as far as it was measured; undefined while it is heard. */
type Voice = { silentSinceMs: number | undefined }

/** How far interpreters are behind the floor, from the beginnings of what both say. */
export type Behind = {
  floor: Voice
  interpreters: ReadonlyMap<SeatId, Interpreter>
}

type Interpreter = Voice & {
  /** When the floor began to speak, while this interpreter has not begun since. */
  floorBeganMs: number | undefined
  /** The last of them, in milliseconds. */
  delays: readonly number[]
}

/** A voice begins after so long a silence. Larger: whoever speaks without pauses is never measured. Smaller: a breath is taken for the end. */
const PAUSE_MS = 1000

/** What begins later is of something else. Larger: a missed beginning counts as a long delay. Smaller: one who waits for the verb is not measured. */
const AT_MOST_MS = 15_000

/** The middle one of so many counts. More: a relay that falls behind shows late. Fewer: one odd beginning shows. */
const KEPT = 5

/** Nothing has been measured. */
export const NOTHING_BEHIND: Behind = {
  floor: { silentSinceMs: undefined },
  interpreters: new Map(),
}

/**
 * Of an interpreter who was silent when the floor began after a pause, the time until the interpreter begins.
 * One who still speaks then is not measured: nobody can tell of what.
 */
export function stepBehind(
  behind: Behind,
  {
    isFloorHeard,
    heard,
    nowMs,
  }: {
    isFloorHeard: boolean
    /** Each interpreter on air, and whether that voice is heard. */
    heard: ReadonlyMap<SeatId, boolean>
    nowMs: number
  },
): Behind {
  const floorBegins = begins(behind.floor, isFloorHeard, nowMs)
  return {
    floor: voiceAfter(behind.floor, isFloorHeard, nowMs),
    interpreters: new Map(
      [...heard].map(([seat, isHeard]) => {
        const before = behind.interpreters.get(seat) ?? NEVER_HEARD
        return [seat, stepInterpreter(before, { isHeard, floorBegins, nowMs })]
      }),
    ),
  }
}

/** The middle of what was measured last, in milliseconds; undefined where nothing was. */
export function behindMs({ interpreters }: Behind, seat: SeatId): number | undefined {
  const { delays } = interpreters.get(seat) ?? NEVER_HEARD
  return delays.toSorted((a, b) => a - b)[Math.floor(delays.length / 2)]
}

const NEVER_HEARD: Interpreter = { silentSinceMs: undefined, floorBeganMs: undefined, delays: [] }

function stepInterpreter(
  before: Interpreter,
  { isHeard, floorBegins, nowMs }: { isHeard: boolean; floorBegins: boolean; nowMs: number },
): Interpreter {
  const isSilent = !isHeard && isPause(before, nowMs)
  const waited = before.floorBeganMs ?? (floorBegins && isSilent ? nowMs : undefined)
  const floorBeganMs = waited !== undefined && nowMs - waited <= AT_MOST_MS ? waited : undefined
  const voice = voiceAfter(before, isHeard, nowMs)
  if (floorBeganMs === undefined || !isHeard) return { ...before, ...voice, floorBeganMs }
  const delays = [...before.delays, nowMs - floorBeganMs].slice(-KEPT)
  return { ...voice, floorBeganMs: undefined, delays }
}

function begins(voice: Voice, isHeard: boolean, nowMs: number): boolean {
  return isHeard && isPause(voice, nowMs)
}

function isPause({ silentSinceMs }: Voice, nowMs: number): boolean {
  return silentSinceMs !== undefined && nowMs - silentSinceMs >= PAUSE_MS
}

function voiceAfter({ silentSinceMs }: Voice, isHeard: boolean, nowMs: number): Voice {
  return { silentSinceMs: isHeard ? undefined : (silentSinceMs ?? nowMs) }
}
