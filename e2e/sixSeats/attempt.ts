import type { Page } from '@playwright/test'
import type { RoomId } from '@parley/protocol'
import type { RoomCommand } from '@parley/sframe'
import { FrameRooms } from '@parley/sframe/rooms'
import { openWithAllKept } from './inPage/openWithAllKept.ts'
import type { SealedFrame } from './workerTalk.ts'

/** How many of those envelopes open with anything that the device of that page keeps. */
export function envelopesOpened(
  page: Page,
  { envelopes, rooms }: { envelopes: readonly string[]; rooms: readonly RoomId[] },
): Promise<number> {
  return page.evaluate(openWithAllKept, { envelopes, rooms })
}

type Epoch = RoomCommand & { do: 'install-epoch' }
type Bound = RoomCommand & { do: 'bind-receiver' }

/** What a page has told its frame worker: the keys of each epoch that it was in, and whose frames it plays. */
export type Held = { epochs: readonly Epoch[]; receivers: readonly Bound[] }

/** All of it. Keys come as numbers. */
export async function heldBy(page: Page): Promise<Held> {
  const asked = await page.evaluate(() =>
    (window.workerTalk?.asked ?? []).map((said) =>
      said.do === 'install-epoch' ? { ...said, baseKey: [...said.baseKey] } : said,
    ),
  )
  const epochs = asked.flatMap((said) =>
    said.do === 'install-epoch' ? [{ ...said, baseKey: new Uint8Array(said.baseKey) }] : [],
  )
  return { epochs, receivers: asked.filter((said) => said.do === 'bind-receiver') }
}

/** How many of those frames open under any key of `keys`, each tried as if it were that of every epoch of the room they are of. */
export async function framesOpened(
  frames: readonly SealedFrame[],
  { keys, of }: { keys: readonly Epoch[]; of: Held },
): Promise<number> {
  const epochs = of.epochs.filter(({ room }) => room === 'caucus')
  const voices = of.receivers.filter(({ room, isMicrophone }) => room === 'caucus' && isMicrophone)
  const workers = await Promise.all(
    keys.flatMap(({ baseKey }) =>
      epochs.flatMap((epoch) =>
        voices.map((voice) => workerWith({ ...epoch, baseKey: baseKey.slice() }, voice)),
      ),
    ),
  )
  const opened = await Promise.all(
    frames.map(async ({ mimeType, data }) => {
      const frame = { mimeType, data: Uint8Array.fromBase64(data), isKeyFrame: false }
      const tried = await Promise.all(
        workers.map((worker) => worker.open(RECEIVER, { ...frame, arrivedAtMs: LONG_AGO_MS })),
      )
      return tried.some((made) => typeof made !== 'string')
    }),
  )
  return opened.filter(Boolean).length
}

const RECEIVER = 1
/** Nothing is waited for any more. */
const LONG_AGO_MS = -60_000
const stillClock = { nowMs: () => 0, after: () => ({ [Symbol.dispose]: () => undefined }) }

/** A frame worker that has that key, and plays that leaf. */
export async function workerWith(
  epoch: Epoch,
  { leaf, track, isMicrophone }: Pick<Bound, 'leaf' | 'track' | 'isMicrophone'>,
) {
  const installed = Promise.withResolvers<void>()
  const worker = new FrameRooms(
    stillClock,
    ({ type }) => type === 'epoch-installed' && installed.resolve(),
  ).engineOf(epoch.room)
  const leaves = epoch.leaves.map((one) => ({ leaf: one.leaf, since: 0 }))
  worker.handle({ ...epoch, leaves })
  worker.handle({ do: 'bind-receiver', id: RECEIVER, leaf, track, isMicrophone })
  worker.handle({ do: 'set-bounds', leaf, track, bounds: { from: 0, after: undefined } })
  await installed.promise
  return worker
}
