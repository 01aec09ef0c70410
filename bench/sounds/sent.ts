import type { Page } from '@playwright/test'

/** What a page's connections sent of sound so far: bytes of Opus as they are sealed, without headers, and frames. */
export type Sent = { atMs: number; bytes: number; packets: number }

/** Of a page that keeps its connections, as `speakAsHeard` does. */
export function sentBy(page: Page): Promise<Sent> {
  return page.evaluate(async () => {
    const connections = Reflect.get(globalThis, 'connections') as Set<RTCPeerConnection>
    const sent = { atMs: performance.now(), bytes: 0, packets: 0 }
    for (const connection of connections) {
      // oxlint-disable-next-line no-await-in-loop -- there are two
      const report = await connection.getStats()
      report.forEach((entry: { type: string; kind?: string } & Record<string, number>) => {
        if (entry.type !== 'outbound-rtp' || entry.kind !== 'audio') return
        sent.bytes += entry['bytesSent'] ?? 0
        sent.packets += entry['packetsSent'] ?? 0
      })
    }
    return sent
  })
}

/** What sealing adds to a frame of sound at most: its header and its tag. */
const SEAL_BYTES = 24

/** What the codec made, in kilobits a second: without what sealing added. */
export function kbitsBetween(before: Sent, now: Sent): number {
  const bytes = now.bytes - before.bytes - SEAL_BYTES * (now.packets - before.packets)
  return (8 * bytes) / (now.atMs - before.atMs)
}
