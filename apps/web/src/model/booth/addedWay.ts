import type { Call } from '@parley/call'
import type { LeafIndex } from '@parley/protocol'

/** What is sent anew is put into packets of 20 ms anew, and Opus looks 6.5 ms ahead. */
const CODED_AGAIN_MS = 26.5

/**
 * How much later listeners hear an interpreter than the voice that is interpreted, by the way alone: its line
 * twice, the buffer here of what it listens to, and coding once more. What a listener's own line and buffer
 * take, both voices take alike. Undefined while a part is not known; what devices take, and what interpreting
 * takes, is not in it.
 */
export function addedWayMs(
  { lineMs, buffersMs }: Pick<Call['soundWay'], 'lineMs' | 'buffersMs'>,
  heard: LeafIndex | undefined,
): number | undefined {
  const bufferMs = heard === undefined ? undefined : buffersMs.get(heard)
  if (lineMs === undefined || bufferMs === undefined) return undefined
  return 2 * lineMs + bufferMs + CODED_AGAIN_MS
}
