import { Refusal } from '@parley/protocol'
import type { Job } from '../engine/job.ts'
import type { MakeTarget, Target } from '../target.ts'

/** Targets with faults behind four bytes, each of which another block of code looks at. */
export const TARGETS: ReadonlyMap<string, MakeTarget> = new Map<string, MakeTarget>([
  ['clean', planted(() => undefined)],
  [
    'error-without-code',
    planted(() => {
      throw new TypeError('planted')
    }),
  ],
  ['crash', planted(() => process.abort())],
  ['crash-of-counting', planted(() => isCounted() && process.abort())],
  ['hang', planted(() => spin(Infinity))],
  ['slow', planted(() => spin(160))],
  ['slow-machine', () => ({ seeds: [new Uint8Array(4)], read: () => spin(160) })],
  ['large', planted(() => new Uint8Array(96 * 2 ** 20))],
  [
    'growth',
    () => ({ seeds: [new Uint8Array(4)], read: () => kept.push(new Uint8Array(8192)) > 0 }),
  ],
])

const kept: Uint8Array[] = []

function planted(fault: () => unknown): () => Target {
  return () => ({
    seeds: [new Uint8Array(4)],
    read(input) {
      if ((input[0] ?? 0) < 0x80) throw new Refusal('malformed')
      if ((input[1] ?? 0) < 0x80) throw new Refusal('malformed')
      if ((input[2] ?? 0) < 0x80) throw new Refusal('malformed')
      if ((input[3] ?? 0) < 0x80) throw new Refusal('malformed')
      fault()
      return true
    },
  })
}

function isCounted(): boolean {
  return (JSON.parse(process.argv[2] ?? '{}') as Partial<Job>).isCounted ?? false
}

/** Milliseconds of processor time. */
function spin(ms: number): true {
  const from = process.cpuUsage()
  const spentMs = () => {
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  while (spentMs() < ms);
  return true
}
