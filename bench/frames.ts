import type { Bytes } from '@parley/protocol'
import { frameMember, openOne, sealOne } from './frames/member.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results, type Spread } from './report/spread.ts'

/** A packet of sound, a picture of the lowest layer, a key frame. */
const SIZES = [160, 1200, 20_000] as const

/** How many frames of each size one member's worker seals and opens in a second, without the browser's streams. */
export async function frames({ rounds = 5, roundMs = 500 } = {}): Promise<Results> {
  const sealed: Record<string, Spread> = {}
  const opened: Record<string, Spread> = {}
  for (const size of SIZES) {
    progress(`frames of ${size} bytes`)
    const rates: { seal: number; open: number }[] = []
    for (let at = 0; at <= rounds; at++) rates.push(await oneRound(size, roundMs))
    const warm = rates.slice(1)
    sealed[size] = spreadOf(warm.map(({ seal }) => round(seal)))
    opened[size] = spreadOf(warm.map(({ open }) => round(open)))
  }
  return { sealPerSecond: sealed, openPerSecond: opened }
}

async function oneRound(size: number, roundMs: number): Promise<{ seal: number; open: number }> {
  const engine = frameMember()
  const frame = new Uint8Array(size).fill(7)
  const made: Bytes[] = []
  const fromMs = performance.now()
  while (performance.now() - fromMs < roundMs) made.push(await sealOne(engine, frame))
  const sealMs = performance.now() - fromMs
  const thenMs = performance.now()
  for (const data of made) {
    const opened = await openOne(engine, data)
    if (typeof opened === 'string') throw new Error(`A frame was dropped: ${opened}`)
  }
  const openMs = performance.now() - thenMs
  return { seal: (made.length / sealMs) * 1000, open: (made.length / openMs) * 1000 }
}
