import type { RefusalCode } from '@parley/protocol'
import type { TurnedAway } from '../sockets/turnAway.ts'
import { Counter, Gauge, Registry } from 'prom-client'

/** What an operator may count: figures, and never of a call. */
export interface Metrics {
  readonly refused: (code: RefusalCode | TurnedAway) => void
  /** In the text form of Prometheus. */
  readonly text: () => Promise<string>
}

export function createMetrics({
  sockets,
  isMediaThere,
}: {
  sockets: () => number
  isMediaThere: () => boolean
}): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  const refusals = new Counter({
    name: 'parley_refusals_total',
    help: 'Refused requests, sockets and upgrades, by code',
    labelNames: ['code'],
    registers,
  })
  gauge('parley_sockets', 'Signed-in sockets', sockets)
  gauge('parley_media_server_up', 'Whether the media server is there', () => Number(isMediaThere()))
  gauge('process_resident_memory_bytes', 'Memory of the server', () => process.memoryUsage.rss())
  gauge('process_uptime_seconds', 'Since the server started', () => process.uptime())
  return {
    refused: (code) => refusals.inc({ code }),
    text: () => registry?.metrics() ?? Promise.resolve(''),
  }

  function gauge(name: string, help: string, read: () => number): void {
    const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read()) })
  }
}
