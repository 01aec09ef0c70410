import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import { baseKeyOf, epochOf, ownLeafOf, rosterOf, type Room } from '@parley/group'
import { sealFrame } from '../../packages/sframe/src/frame.ts'
import { FrameEngine } from '../../packages/sframe/src/frameEngine.ts'
import { deriveFrameKey, importBaseKey } from '../../packages/sframe/src/keySchedule.ts'
import { MicrophoneGate } from '../../packages/sframe/src/microphoneGate.ts'
import type { CarriedFrame } from '@parley/testkit/evil'

/** Of a key frame of VP8 so much stays clear. */
const CLEAR_BYTES = 10

/** All that a client has of an epoch which frames need. */
export type StolenEpoch = { epoch: number; baseKey: Bytes; you: LeafIndex; leaves: LeafIndex[] }

/** Copies it out of a client's state, as a thief of that device or its own evil client does. */
export async function stealEpoch(room: Room): Promise<StolenEpoch> {
  return {
    epoch: epochOf(room),
    baseKey: await baseKeyOf(room),
    you: ownLeafOf(room).leaf,
    leaves: rosterOf(room).map(({ leaf }) => leaf),
  }
}

/** How many of the frames open with what was stolen, whichever leaf, track and epoch each is said to be of. */
export async function opensWith(
  { epoch, baseKey, you, leaves }: StolenEpoch,
  frames: readonly CarriedFrame[],
): Promise<number> {
  const opened = await Promise.all(
    frames.map(async ({ data, mimeType, isKeyFrame }) => {
      for (const leaf of leaves)
        for (const track of [1, 2])
          for (const said of nearby(epoch)) {
            using engine = engineWith({ epoch: said, baseKey: baseKey.slice(), you, leaves })
            const binding = { leaf, track: track as TrackNumber, isMicrophone: false }
            engine.handle({ do: 'bind-receiver', id: 1, ...binding })
            // oxlint-disable-next-line no-await-in-loop -- until one opens
            const come = await engine.open(1, {
              data,
              mimeType,
              isKeyFrame,
              arrivedAtMs: -Infinity,
            })
            if (typeof come !== 'string') return true
          }
      return false
    }),
  )
  return opened.filter(Boolean).length
}

/** A picture sealed once more from what a device had, under the counters that it begins with. */
export async function sealAnew(
  stolen: StolenEpoch,
  track: TrackNumber,
  words: string,
): Promise<Bytes> {
  using engine = engineWith({ ...stolen, baseKey: stolen.baseKey.slice() })
  engine.handle({ do: 'hold-back', isHeld: false })
  engine.handle({ do: 'bind-sender', id: 1, track, isMicrophone: false })
  const data = new TextEncoder().encode(words.padEnd(16))
  const frame = { data, mimeType: 'video/VP8', isKeyFrame: true, arrivedAtMs: 0 }
  const sealed = await engine.seal(1, frame)
  if (typeof sealed === 'string') throw new Error(sealed)
  return sealed
}

/** A key frame of a picture that whoever has an epoch's key seals, under any key id. */
export async function sealedUnder(
  baseKey: Bytes,
  { kid, ctr, words }: { kid: number; ctr: number; words: string },
): Promise<Bytes> {
  const frameKey = await deriveFrameKey(await importBaseKey(baseKey.slice()), BigInt(kid))
  const frame = new TextEncoder().encode(words.padEnd(16))
  return sealFrame(frame, { frameKey, kid, ctr, clearBytes: CLEAR_BYTES })
}

/** The key may be tried under the number of another epoch. */
function nearby(epoch: number): number[] {
  return Array.from({ length: 7 }, (_, at) => Math.max(0, epoch - 3) + at)
}

function engineWith({ epoch, baseKey, you, leaves }: StolenEpoch): FrameEngine {
  const clock = { nowMs: () => 0, after: () => ({ [Symbol.dispose]: () => undefined }) }
  const engine = new FrameEngine({ clock, gate: new MicrophoneGate(), report: () => undefined })
  const since = leaves.map((leaf) => ({ leaf, since: 0 }))
  engine.handle({ do: 'install-epoch', epoch, baseKey, you, leaves: since, cause: 'join' })
  return engine
}
