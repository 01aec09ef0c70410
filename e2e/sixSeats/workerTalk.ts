import type { BrowserContext, Page } from '@playwright/test'
import type { FrameRoom, RoomCommand, SentCounts, WorkerReport } from '@parley/sframe'

declare global {
  interface Window {
    /** What this page asked of its frame worker, keys included, and what that counted last. */
    workerTalk?: {
      asked: RoomCommand[]
      sent: Record<FrameRoom, readonly SentCounts[]>
      counts: Record<FrameRoom, number>
    }
    /** What came to this page’s receivers of the caucus, before the worker opened it. */
    sealedFrames?: SealedFrame[]
  }
}

/** A frame as the media server passes it on. */
export type SealedFrame = { mimeType: string; data: string }

const FRAMES_KEPT = 100
const CHANNEL = 'sealed-frames'

/** Pages opened from now on keep what they and their frame worker say to each other. */
export async function keepWorkerTalk(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const talk: NonNullable<Window['workerTalk']> = {
      asked: [],
      sent: { plenary: [], caucus: [] },
      counts: { plenary: 0, caucus: 0 },
    }
    window.workerTalk = talk
    const original = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')
    const say = original?.value as (said: unknown, ...rest: unknown[]) => void
    Worker.prototype.postMessage = function keep(this: Worker, said: unknown, ...rest: unknown[]) {
      talk.asked.push(structuredClone(said) as RoomCommand)
      return say.call(this, said, ...rest)
    }
    window.Worker = class extends Worker {
      constructor(from: string | URL, options?: WorkerOptions) {
        super(from, options)
        this.addEventListener('message', ({ data }: MessageEvent<WorkerReport>) => {
          if (data.type !== 'counted') return
          talk.sent[data.room] = data.sent
          talk.counts[data.room]++
        })
      }
    }
  })
}

/** Pages opened from now on keep the frames of the caucus as they came in. */
export async function keepSealedFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    ([channel, atMost]) => {
      const frames: SealedFrame[] = []
      window.sealedFrames = frames
      new BroadcastChannel(channel).addEventListener('message', ({ data }) => {
        if (frames.length < atMost) frames.push(data as SealedFrame)
      })
    },
    [CHANNEL, FRAMES_KEPT] as const,
  )
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const body = `(${String(tapReceivers)})('${CHANNEL}')\n${await response.text()}`
    await route.fulfill({ response, body })
  })
}

/** Runs in the worker, before all else. */
function tapReceivers(channel: string): void {
  const taps = new BroadcastChannel(channel)
  const { prototype } = (
    globalThis as unknown as { RTCRtpScriptTransformer: { prototype: object } }
  ).RTCRtpScriptTransformer
  const original = Object.getOwnPropertyDescriptor(prototype, 'readable')
  Object.defineProperty(prototype, 'readable', {
    get(this: { options: { side: string; room: string } }) {
      const readable = original?.get?.call(this) as ReadableStream<RTCEncodedAudioFrame>
      const { side, room } = this.options
      if (side !== 'receive' || room !== 'caucus') return readable
      return readable.pipeThrough(
        new TransformStream<RTCEncodedAudioFrame, RTCEncodedAudioFrame>({
          transform(frame, through) {
            const { mimeType = '' } = frame.getMetadata() as { mimeType?: string }
            taps.postMessage({ mimeType, data: new Uint8Array(frame.data).toBase64() })
            through.enqueue(frame)
          },
        }),
      )
    },
  })
}

/** How many frames of that page’s microphone have left sealed in a room, by a count that was begun after now. */
export async function soundsSent(page: Page, room: FrameRoom): Promise<number> {
  const before = await page.evaluate((of) => window.workerTalk?.counts[of] ?? 0, room)
  // One may be under way.
  await page.waitForFunction(([of, known]) => (window.workerTalk?.counts[of] ?? 0) > known + 1, [
    room,
    before,
  ] as const)
  return page.evaluate((of) => {
    const { asked = [], sent } = window.workerTalk ?? {}
    const voices = new Set(
      asked.flatMap((said) =>
        said.room === of && said.do === 'bind-sender' && said.isMicrophone ? [said.track] : [],
      ),
    )
    const counted = sent?.[of].filter(({ track }) => voices.has(track)) ?? []
    return counted.reduce((sum, { passed }) => sum + passed, 0)
  }, room)
}
