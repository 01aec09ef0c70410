import type { LeafIndex } from '@parley/protocol'
import type { AgendaSaid } from './agendaSaid.ts'
import type { Channel, Companion } from './members.ts'

/** When the own heartbeat was last said, and what it said. */
export type Heartbeat = { saidAtMs: number; said: string }

export type HeartbeatEffect = { do: 'say-heartbeat'; nextMs: number }

/** What a change of makes a heartbeat worth saying before its time. */
export type Said = {
  tracks: readonly { number: number; kind: string }[]
  hears: ReadonlySet<LeafIndex>
  sees: ReadonlySet<LeafIndex>
  epoch: number
  heads: string
  listens: Channel | undefined
  company: readonly Companion[] | undefined
  agenda: AgendaSaid
  /** The number of the last word about the microphone: one that got lost is told again. */
  microphone: number
}

/** Never more often, but for a new epoch and other tracks. Larger: 'who hears you' lags. Smaller: a room of 30 floods its log. */
const CHANGE_AT_MOST_EVERY_MS = 1000

/** The promised interval: 5 s for whoever publishes, else 0.2 s times members, within 5 and 60 s. */
export function intervalMs({
  publishes,
  members,
}: {
  publishes: boolean
  members: number
}): number {
  return publishes ? 5000 : Math.min(60_000, Math.max(5000, 200 * members))
}

/** Says a heartbeat when its time has come, at once in a new epoch or with other tracks, and soon after all else it tells has changed. */
export function stepHeartbeat(
  heartbeat: Heartbeat | undefined,
  { said, nextMs, nowMs }: { said: Said; nextMs: number; nowMs: number },
): readonly [Heartbeat, readonly HeartbeatEffect[]] {
  const tracks = said.tracks.map(({ number, kind }) => `${number}${kind}`).join()
  const words = JSON.stringify([
    [...said.hears].toSorted((a, b) => a - b),
    [...said.sees].toSorted((a, b) => a - b),
    said.heads,
    said.listens ?? null,
    said.company ?? null,
    said.agenda,
    said.microphone,
  ])
  const ground = `${said.epoch} ${tracks} `
  const line = ground + words
  const now = { saidAtMs: nowMs, said: line }
  if (!heartbeat?.said.startsWith(ground)) return [now, [{ do: 'say-heartbeat', nextMs }]]
  const sinceMs = nowMs - heartbeat.saidAtMs
  const isDue = sinceMs >= nextMs || (heartbeat.said !== line && sinceMs >= CHANGE_AT_MOST_EVERY_MS)
  return isDue ? [now, [{ do: 'say-heartbeat', nextMs }]] : [heartbeat, []]
}
