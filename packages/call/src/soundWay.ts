import type { LeafIndex } from '@parley/protocol'
import type { Line } from './line.ts'
import type { Member, Members } from './members.ts'

/** What this device last measured of the way of sound. */
export type MeasuredWay = {
  /** Half of the round trip to the media server; undefined while it is not known. */
  lineMs: number | undefined
  /** How long sound of each open microphone lately waited here to be played. */
  buffersMs: ReadonlyMap<LeafIndex, number>
}

/** The same, and whose sound arrives late because of it. */
export type SoundWay = MeasuredWay & { late: ReadonlySet<LeafIndex> }

export type SoundWayEvent = { type: 'way-measured' } & MeasuredWay

/** Sound that takes longer is said to be late. Larger: people talk into each other unwarned. Smaller: a warning that nobody needs. */
const LATE_ABOVE_MS = 1000

/** It is said to be late until it takes less. Nearer to the bound above: the warning flickers. Further: it outlasts its reason. */
const LATE_UNTIL_BELOW_MS = 800

/** What a heartbeat can say. */
const LINE_AT_MOST_MS = 60_000

/** Before anything is known of it. */
export const NOTHING_MEASURED: SoundWay = {
  lineMs: undefined,
  buffersMs: new Map(),
  late: new Set(),
}

/** What was measured now, in whole milliseconds. */
export function takeWay(way: SoundWay, { lineMs, buffersMs }: MeasuredWay): SoundWay {
  const wholeMs = lineMs === undefined ? undefined : Math.min(LINE_AT_MOST_MS, Math.round(lineMs))
  return { ...way, lineMs: wholeMs, buffersMs }
}

/** Whose sound is late by now. What was measured over a line that is lost counts no more. */
export function followWay(
  way: SoundWay,
  { members, line }: { members: Members; line: Line },
): SoundWay {
  if (line.mediaLostSinceMs !== undefined) return NOTHING_MEASURED
  const late = new Set<LeafIndex>()
  for (const [leaf, member] of members) {
    const limitMs = way.late.has(leaf) ? LATE_UNTIL_BELOW_MS : LATE_ABOVE_MS
    if ((soundWayMs(member, way) ?? 0) > limitMs) late.add(leaf)
  }
  return late.symmetricDifference(way.late).size === 0 ? way : { ...way, late }
}

/** How long somebody's sound takes to be heard here, where that is late. */
export function lateSoundMs(member: Member, way: SoundWay): number | undefined {
  return way.late.has(member.leaf) ? soundWayMs(member, way) : undefined
}

/**
 * To the media server by that person's own word, from there and in the buffer here as this device measured.
 * Without one of them nothing is claimed; what devices themselves take is not in it.
 */
export function soundWayMs(
  { leaf, heard }: Member,
  { lineMs, buffersMs }: MeasuredWay,
): number | undefined {
  const bufferMs = buffersMs.get(leaf)
  const toServerMs = heard?.lineMs
  if (toServerMs === undefined || lineMs === undefined || bufferMs === undefined) return undefined
  return toServerMs + lineMs + bufferMs
}
