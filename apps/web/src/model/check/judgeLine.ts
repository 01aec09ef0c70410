/** How far away the server is, in the time there and back. */
export type LineJudgement = 'quick' | 'usable' | 'slow'

/**
 * There and back to the server, in ms. A voice goes from its speaker to the server and on to its hearer:
 * half of this and half of the other side’s, and 100 to 150 ms for capturing, sealing and playing. ITU-T
 * G.114 has talk undisturbed up to 150 ms from mouth to ear and refuses more than 400. Two sides at 100 ms
 * are at some 225 ms, where one begins to fall into each other’s words now and then; two at 250 at some
 * 375 ms, the end of what is bearable. Larger bounds promise a talk that does not flow; smaller ones blame
 * every line to another continent.
 */
const QUICK_TO_MS = 100
const USABLE_TO_MS = 250

/** The last answers that are looked at. */
const ANSWERS = 5

/** What the time there and back means for a talk. */
export function judgeLine(roundTripMs: number): LineJudgement {
  if (roundTripMs <= QUICK_TO_MS) return 'quick'
  return roundTripMs <= USABLE_TO_MS ? 'usable' : 'slow'
}

/** The line as the quickest of the last answers shows it: what a busy page adds to the others is no part of the line. */
export function roundTripOf(answeredInMs: readonly number[]): number | undefined {
  return answeredInMs.length === 0 ? undefined : Math.min(...answeredInMs.slice(-ANSWERS))
}
