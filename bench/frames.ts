import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { FrameEngine } from '@parley/sframe/engine'
import { FrameRooms } from '@parley/sframe/rooms'
import { progress } from './progress.ts'
import { round, spreadOf, type Results, type Spread } from './report/spread.ts'

/** A packet of sound, a picture of the lowest layer, a key frame. */
const SIZES = [160, 1200, 20_000] as const
const [SENDER, RECEIVER] = [1, 2]
const [LEAF, TRACK] = [0 as LeafIndex, 1 as TrackNumber]

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
  const engine = member()
  const frame = new Uint8Array(size).fill(7)
  const made: Bytes[] = []
  const fromMs = performance.now()
  while (performance.now() - fromMs < roundMs) made.push(await sealOne(engine, frame))
  const sealMs = performance.now() - fromMs
  const thenMs = performance.now()
  for (const data of made) await openOne(engine, data)
  const openMs = performance.now() - thenMs
  return { seal: (made.length / sealMs) * 1000, open: (made.length / openMs) * 1000 }
}

/** One who hears their own track: the same key seals and opens. */
function member(): FrameEngine {
  const clock = { nowMs: () => 0, after: () => ({ [Symbol.dispose]: () => undefined }) }
  const engine = new FrameRooms(clock, () => undefined).engineOf('plenary')
  const baseKey = crypto.getRandomValues(new Uint8Array(32))
  const leaves = [{ leaf: LEAF, since: 0 }]
  engine.handle({ do: 'install-epoch', epoch: 1, baseKey, you: LEAF, leaves, cause: 'join' })
  engine.handle({ do: 'hold-back', isHeld: false })
  engine.handle({ do: 'bind-sender', id: SENDER, track: TRACK, isMicrophone: false })
  engine.handle({
    do: 'bind-receiver',
    id: RECEIVER,
    leaf: LEAF,
    track: TRACK,
    isMicrophone: false,
  })
  return engine
}

async function sealOne(engine: FrameEngine, data: Bytes): Promise<Bytes> {
  return whole(await engine.seal(SENDER, frameOf(data)))
}

async function openOne(engine: FrameEngine, data: Bytes): Promise<Bytes> {
  return whole(await engine.open(RECEIVER, frameOf(data)))
}

function frameOf(data: Bytes) {
  return { data, mimeType: 'video/VP8', isKeyFrame: false, arrivedAtMs: 0 }
}

function whole(frame: Bytes | string): Bytes {
  if (typeof frame === 'string') throw new Error(`A frame was dropped: ${frame}`)
  return frame
}
