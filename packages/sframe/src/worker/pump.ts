import type { WorkerClock } from '../clock.ts'
import type { FrameEngine } from '../frameEngine.ts'
import type { TransformOptions } from '../messages.ts'
import { frameToSeal, putData, readFrame, type EncodedFrame } from './encodedFrame.ts'

/** Frames of one receiver that wait at most. Larger: more memory for a flood. Smaller: two seconds of sound do not fit. */
const WAITING_AT_MOST = 512

/**
 * Reads what leaves a sender, and writes what was sealed, in order. An error ends nothing but its frame.
 * `onGap` is called when frames go out again after some did not, and nobody can show them without a key frame.
 */
export async function pumpOut(
  transformer: RTCRtpScriptTransformer,
  { id }: TransformOptions,
  { engine, clock, onGap }: { engine: FrameEngine; clock: WorkerClock; onGap: () => void },
): Promise<void> {
  const writer = transformer.writable.getWriter()
  let hasGap = true
  const reader = readerOf(transformer)
  for (;;) {
    const { done, value: frame } = await reader.read()
    if (done) return
    try {
      const sealed = await engine.seal(id, frameToSeal(frame, clock.nowMs()))
      if (typeof sealed === 'string') {
        hasGap = true
        continue
      }
      putData(frame, sealed)
      await writer.write(frame)
      if (hasGap && isDelta(frame)) onGap()
      hasGap = false
    } catch {
      hasGap = true
    }
  }
}

/**
 * Reads what reaches a receiver at once, and writes what opened, in order, waiting inside where a key
 * or a word is under way. After a gap it asks the sender for a key frame.
 */
export async function pumpIn(
  transformer: RTCRtpScriptTransformer,
  { id }: TransformOptions,
  { engine, clock }: { engine: FrameEngine; clock: WorkerClock },
): Promise<void> {
  const writer = transformer.writable.getWriter()
  let waiting = 0
  let hasGap = false
  let last = Promise.resolve()
  const play = async (frame: EncodedFrame, arrivedAtMs: number) => {
    const opened = await engine.open(id, readFrame(frame, arrivedAtMs))
    if (typeof opened === 'string') {
      hasGap ||= opened !== 'filler' && opened !== 'replayed'
      return
    }
    putData(frame, opened)
    await writer.write(frame)
    const mustAsk = hasGap && isDelta(frame)
    hasGap = false
    if (mustAsk) await transformer.sendKeyFrameRequest()
  }
  const reader = readerOf(transformer)
  for (;;) {
    const { done, value: frame } = await reader.read()
    if (done) return
    if (waiting >= WAITING_AT_MOST) {
      engine.dropWaiting()
      hasGap = true
      continue
    }
    waiting++
    const arrivedAtMs = clock.nowMs()
    last = last
      .then(() => play(frame, arrivedAtMs))
      .catch(() => {
        hasGap = true
      })
      .finally(() => waiting--)
  }
}

/** Of no room: each frame is read, and none goes on. */
export async function drain(transformer: RTCRtpScriptTransformer): Promise<void> {
  const reader = readerOf(transformer)
  while (!(await reader.read()).done);
}

function readerOf({
  readable,
}: RTCRtpScriptTransformer): ReadableStreamDefaultReader<EncodedFrame> {
  return (readable as ReadableStream<EncodedFrame>).getReader()
}

function isDelta(frame: EncodedFrame): boolean {
  return 'type' in frame && frame.type === 'delta'
}
