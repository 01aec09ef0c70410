import type { Page } from '@playwright/test'
import { decodeKeyId } from '../../packages/sframe/src/keyId.ts'
import type { TakenFrame } from '../media-lab/hostileClient.ts'
import type { Lab } from '../media-lab/lab.ts'
import { readStamp, STAMP_COLUMNS, STAMP_ROWS } from '../media/stamp.ts'
import { peopleHeard } from '../media/tone.ts'
import { workerWith, type Held } from '../sixSeats/attempt.ts'
import { MIME_TYPES, sealedOf } from './sealed.ts'

declare const lab: Lab

/** The browser's decoders give as many samples a second, whatever was sent. */
const SOUND_HZ = 48_000
const RECEIVER = 1
/** Nothing is waited for any more. */
const LONG_AGO_MS = -60_000

/** Whose pictures and sounds a browser's own decoders make of frames, as if those had come in the clear. */
export async function peopleIn(
  page: Page,
  { frames, people }: { frames: readonly TakenFrame[]; people: readonly number[] },
): Promise<{ seen: number[]; heard: number[] }> {
  const [seen, heard] = [new Set<number>(), new Set<number>()]
  for (const track of new Set(frames.map((frame) => frame.track))) {
    const ofTrack = frames.filter((frame) => frame.track === track)
    const share = STAMP_ROWS / STAMP_COLUMNS
    // oxlint-disable-next-line no-await-in-loop -- one decoder at a time
    const { pictures, samples } = await page.evaluate(([given, part]) => lab.decode(given, part), [
      ofTrack,
      share,
    ] as const)
    for (const picture of pictures) {
      const stamp = readStamp({ ...picture, data: Uint8Array.fromBase64(picture.data) })
      if (stamp) seen.add(stamp.person)
    }
    const sound = new Float32Array(Uint8Array.fromBase64(samples).buffer)
    if (sound.length > SOUND_HZ / 2)
      for (const person of peopleHeard(sound, SOUND_HZ, people)) heard.add(person)
  }
  return { seen: inOrder(seen), heard: inOrder(heard) }
}

function inOrder(people: ReadonlySet<number>): number[] {
  return [...people].toSorted((a, b) => a - b)
}

/** Under which key id a sealed frame says that it is. */
export function keyIdOf(frame: TakenFrame): number | undefined {
  const kid = sealedOf(frame)?.kid
  return kid !== undefined && kid < 2 ** 30 ? Number(kid) : undefined
}

/** Those that open with what an honest member's page has, opened. */
export async function openedWith(held: Held, frames: readonly TakenFrame[]): Promise<TakenFrame[]> {
  const workers = new Map<number, ReturnType<typeof workerFor>>()
  const opened: TakenFrame[] = []
  for (const frame of frames) {
    const kid = keyIdOf(frame)
    if (kid === undefined) continue
    const worker = workers.get(kid) ?? workerFor(held, { kid, kind: frame.kind })
    workers.set(kid, worker)
    const data = Uint8Array.fromBase64(frame.data)
    const { isKeyFrame } = frame
    const come = { data, mimeType: MIME_TYPES[frame.kind], isKeyFrame, arrivedAtMs: LONG_AGO_MS }
    // oxlint-disable-next-line no-await-in-loop -- in order, as a receiver has them
    const made = await (await worker)?.open(RECEIVER, come)
    if (made && typeof made !== 'string') opened.push({ ...frame, data: made.toBase64() })
  }
  return opened
}

/** One that has the key which the key id names. */
async function workerFor(held: Held, { kid, kind }: { kid: number; kind: TakenFrame['kind'] }) {
  const named = decodeKeyId(BigInt(kid))
  const epoch = held.epochs.find(({ epoch: of }) => of % 256 === named?.epochByte)
  if (!named || !epoch) return undefined
  const { leaf, track } = named
  const isMicrophone = kind === 'audio'
  return await workerWith(
    { ...epoch, baseKey: epoch.baseKey.slice() },
    { leaf, track, isMicrophone },
  )
}
