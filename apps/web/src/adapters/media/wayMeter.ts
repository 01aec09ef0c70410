import type { MeasuredWay, MediaEvent } from '@parley/call'
import type { LeafIndex } from '@parley/protocol'

/** Larger: sound that has become late is said later. Smaller: reading all of a connection costs more. */
const MEASURE_EVERY_MS = 5000

/** What is read of an entry of a connection's statistics: of its transport, the pair in use, and sound that is played. */
export type WayEntry = {
  id: string
  type: string
  selectedCandidatePairId?: string
  /** Seconds, by the browser's own tests of the way. */
  currentRoundTripTime?: number
  kind?: string
  trackIdentifier?: string
  /** Seconds that all samples which left the buffer had waited in it, and how many those were. */
  jitterBufferDelay?: number
  jitterBufferEmittedCount?: number
}

type Read = { getStats(): Promise<{ forEach(look: (entry: WayEntry) => void): void }> }
type Played = { delayS: number; samples: number }

/** Measures the way of sound, seldom: half of the round trip, and how long each voice waits here to be played. */
export class WayMeter {
  /** Tracks that carry a microphone, as they were attached. */
  readonly #voices = new Map<string, { leaf: LeafIndex; id: string }>()
  #played: ReadonlyMap<string, Played> = new Map()
  #measuredAtMs = -Infinity

  /** Learns from what is told of media whose voice a track is. */
  follow(event: MediaEvent): void {
    if (event.type === 'media-attached' && event.kind === 'microphone')
      this.#voices.set(keyOf(event), { leaf: event.leaf, id: event.media.id })
    if (event.type === 'media-detached') this.#voices.delete(keyOf(event))
  }

  /** Nothing before it is time again. Over several connections the longer way counts. */
  async measure(connections: Iterable<Read>, nowMs: number): Promise<MeasuredWay | undefined> {
    const all = [...connections]
    if (all.length === 0 || nowMs - this.#measuredAtMs < MEASURE_EVERY_MS) return undefined
    this.#measuredAtMs = nowMs
    const reports = await Promise.all(all.map(read))
    const roundTripsS = reports.flatMap((entries) => roundTripOf(entries) ?? [])
    const before = this.#played
    this.#played = playedOf(reports.flat())
    const buffersMs = new Map<LeafIndex, number>()
    for (const { leaf, id } of this.#voices.values()) {
      const waitedMs = waitedSince(before.get(id), this.#played.get(id))
      if (waitedMs !== undefined) buffersMs.set(leaf, waitedMs)
    }
    const lineMs = roundTripsS.length > 0 ? 500 * Math.max(...roundTripsS) : undefined
    return { lineMs, buffersMs }
  }
}

async function read(connection: Read): Promise<WayEntry[]> {
  const entries: WayEntry[] = []
  const report = await connection.getStats()
  report.forEach((entry) => entries.push(entry))
  return entries
}

function roundTripOf(entries: readonly WayEntry[]): number | undefined {
  const transport = entries.find(({ type }) => type === 'transport')
  return entries.find(({ id }) => id === transport?.selectedCandidatePairId)?.currentRoundTripTime
}

function playedOf(entries: readonly WayEntry[]): ReadonlyMap<string, Played> {
  const sounds = entries.filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
  return new Map(
    sounds.map(({ trackIdentifier, jitterBufferDelay, jitterBufferEmittedCount }) => [
      trackIdentifier ?? '',
      { delayS: jitterBufferDelay ?? 0, samples: jitterBufferEmittedCount ?? 0 },
    ]),
  )
}

/** The mean of what was played since; nothing of it was where the microphone is closed. */
function waitedSince(before: Played | undefined, now: Played | undefined): number | undefined {
  if (!before || !now || now.samples <= before.samples) return undefined
  return (1000 * (now.delayS - before.delayS)) / (now.samples - before.samples)
}

function keyOf({ leaf, number }: { leaf: LeafIndex; number: number }): string {
  return `${leaf}/${number}`
}
