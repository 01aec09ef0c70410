import type { BrowserContext, Page } from '@playwright/test'
import type { TakenFrame } from '../media-lab/hostileClient.ts'

declare global {
  interface Window {
    /** What came to this page’s receivers, before the worker opened it. */
    frameTap?: { taken: TakenFrame[]; say: (said: TapOrder) => void }
  }
}

/** What of the frames that arrive is lost from now on. */
export type TapOrder = { lose: TakenFrame['kind'] | 'nothing' }

const CHANNEL = 'frame-tap'

/** Pages opened from now on keep the frames that reach their receivers, and lose those that an attacker wants lost. */
export async function tapFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript((channel) => {
    const [heard, said] = [new BroadcastChannel(`${channel}-taken`), new BroadcastChannel(channel)]
    const taken: TakenFrame[] = []
    window.frameTap = { taken, say: (order) => said.postMessage(order) }
    heard.addEventListener('message', ({ data }) => void taken.push(data as TakenFrame))
  }, CHANNEL)
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const body = `(${String(tapReceivers)})('${CHANNEL}')\n${await response.text()}`
    await route.fulfill({ response, body })
  })
}

/** All that came so far. */
export function takenBy(page: Page): Promise<TakenFrame[]> {
  return page.evaluate(() => window.frameTap?.taken ?? [])
}

/** Loses that from now on. */
export async function lose(page: Page, what: TapOrder['lose']): Promise<void> {
  await page.evaluate((kind) => window.frameTap?.say({ lose: kind }), what)
}

/** Runs in the worker, before all else. */
function tapReceivers(channel: string): void {
  const [taken, told] = [new BroadcastChannel(`${channel}-taken`), new BroadcastChannel(channel)]
  let lost = 'nothing'
  told.addEventListener('message', ({ data }) => {
    lost = (data as { lose: string }).lose
  })
  const { prototype } = (
    globalThis as unknown as { RTCRtpScriptTransformer: { prototype: object } }
  ).RTCRtpScriptTransformer
  const original = Object.getOwnPropertyDescriptor(prototype, 'readable')
  Object.defineProperty(prototype, 'readable', {
    get(this: { options: { id: number; side: string } }) {
      const readable = original?.get?.call(this) as ReadableStream<RTCEncodedVideoFrame>
      const { id, side } = this.options
      if (side !== 'receive') return readable
      return readable.pipeThrough(
        new TransformStream<RTCEncodedVideoFrame, RTCEncodedVideoFrame>({
          transform(frame, through) {
            const { mimeType = '' } = frame.getMetadata() as { mimeType?: string }
            const kind = mimeType.startsWith('audio/') ? 'audio' : 'video'
            if (kind === lost) return
            const data = new Uint8Array(frame.data).toBase64()
            taken.postMessage({ track: String(id), kind, isKeyFrame: frame.type === 'key', data })
            through.enqueue(frame)
          },
        }),
      )
    },
  })
}
