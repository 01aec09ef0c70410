import type { LoggedFrame } from '../browser/frameLog.ts'
import type { SeenPicture } from '../browser/watch.ts'

/** A camera's pictures come again after eight seconds: whatever is later than this is another round. */
const LONGEST_MS = 4000

/** The time that each frame spent in the sender's worker and in the receiver's, for those that went through both. */
export function workerTimes(
  sent: readonly LoggedFrame[],
  received: readonly LoggedFrame[],
): number[] {
  const bySeal = new Map(sent.filter(isThrough('send')).map((frame) => [frame.seal, frame]))
  return received.filter(isThrough('receive')).flatMap((there) => {
    const here = bySeal.get(there.seal)
    return here ? [timeIn(here) + timeIn(there)] : []
  })
}

/** From a camera's taking of each picture to another's screen. */
export function glassToGlass(
  own: readonly SeenPicture[],
  others: readonly SeenPicture[],
  person: number,
): number[] {
  const taken = own.filter((picture) => picture.person === person)
  return others.flatMap(({ person: of, frame, shownMs }) => {
    if (of !== person) return []
    const same = taken
      .filter((picture) => picture.frame === frame)
      .map(({ takenMs, shownMs: shown }) => shownMs - (takenMs ?? shown))
      .filter((ms) => ms > 0 && ms < LONGEST_MS)
    return same.length > 0 ? [Math.min(...same)] : []
  })
}

function isThrough(side: LoggedFrame['side']) {
  return (frame: LoggedFrame) => frame.side === side && frame.outMs !== undefined
}

function timeIn({ inMs, outMs }: LoggedFrame): number {
  return (outMs ?? inMs) - inMs
}
