import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { FrameEngine } from '@parley/sframe/engine'
import { FrameRooms } from '@parley/sframe/rooms'

const [SENDER, RECEIVER] = [1, 2]
const [LEAF, TRACK] = [0 as LeafIndex, 1 as TrackNumber]

/** One who hears their own track: the same key seals and opens. Attested, each frame is hashed at either end. */
export function frameMember({ isAttested = false } = {}): FrameEngine {
  const clock = { nowMs: () => 0, after: () => ({ [Symbol.dispose]: () => undefined }) }
  const engine = new FrameRooms(clock, () => undefined).engineOf('plenary')
  const baseKey = crypto.getRandomValues(new Uint8Array(32))
  const leaves = [{ leaf: LEAF, since: 0 }]
  const epoch = { epoch: 1, baseKey, you: LEAF, leaves, cause: 'join' as const, isAttested }
  engine.handle({ do: 'install-epoch', ...epoch })
  engine.handle({ do: 'hold-back', isHeld: false })
  engine.handle({ do: 'bind-sender', id: SENDER, track: TRACK, isMicrophone: false })
  engine.handle({
    do: 'bind-receiver',
    id: RECEIVER,
    leaf: LEAF,
    track: TRACK,
    isMicrophone: false,
    isAttested,
  })
  return engine
}

/** Throws if it is dropped. */
export async function sealOne(engine: FrameEngine, data: Bytes): Promise<Bytes> {
  const sealed = await engine.seal(SENDER, frameOf(data))
  if (typeof sealed === 'string') throw new Error(`A frame was dropped: ${sealed}`)
  return sealed
}

/** The frame, or why it is dropped. */
export async function openOne(engine: FrameEngine, data: Bytes): Promise<Bytes | string> {
  return await engine.open(RECEIVER, frameOf(data))
}

function frameOf(data: Bytes) {
  return { data, mimeType: 'video/VP8', isKeyFrame: false, arrivedAtMs: 0 }
}
