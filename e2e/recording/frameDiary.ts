import type { BrowserContext, Page } from '@playwright/test'

declare global {
  interface Window {
    /** What came to this page's receivers, as it came and as it was opened. */
    frameDiary?: DiaryFrame[]
  }
}

/** A frame that somebody else sent, in base64. `atMs` is UTC. */
export type DiaryFrame = { atMs: number; is: 'sealed' | 'opened'; data: string }

const CHANNEL = 'frame-diary'

/** Pages opened from now on keep each frame that reaches their receivers, sealed and opened. */
export async function keepFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript((channel) => {
    const frames: DiaryFrame[] = []
    window.frameDiary = frames
    new BroadcastChannel(channel).addEventListener('message', ({ data }) => {
      frames.push(data as DiaryFrame)
    })
  }, CHANNEL)
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const body = `(${String(tapReceivers)})('${CHANNEL}')\n${await response.text()}`
    await route.fulfill({ response, body })
  })
}

/** All that came so far. */
export function framesKept(page: Page): Promise<DiaryFrame[]> {
  return page.evaluate(() => window.frameDiary ?? [])
}

/** Runs in the worker, before all else. */
function tapReceivers(channel: string): void {
  const diary = new BroadcastChannel(channel)
  const { prototype } = (
    globalThis as unknown as { RTCRtpScriptTransformer: { prototype: object } }
  ).RTCRtpScriptTransformer
  const readable = Object.getOwnPropertyDescriptor(prototype, 'readable')
  const writable = Object.getOwnPropertyDescriptor(prototype, 'writable')
  const through = (is: DiaryFrame['is']) =>
    new TransformStream<RTCEncodedVideoFrame, RTCEncodedVideoFrame>({
      transform(frame, on) {
        diary.postMessage({ atMs: Date.now(), is, data: new Uint8Array(frame.data).toBase64() })
        on.enqueue(frame)
      },
    })
  Object.defineProperty(prototype, 'readable', {
    get(this: { options: { side: string } }) {
      const frames = readable?.get?.call(this) as ReadableStream<RTCEncodedVideoFrame>
      return this.options.side === 'receive' ? frames.pipeThrough(through('sealed')) : frames
    },
  })
  Object.defineProperty(prototype, 'writable', {
    get(this: { options: { side: string } }) {
      const frames = writable?.get?.call(this) as WritableStream<RTCEncodedVideoFrame>
      if (this.options.side !== 'receive') return frames
      const tap = through('opened')
      void tap.readable.pipeTo(frames)
      return tap.writable
    },
  })
}
