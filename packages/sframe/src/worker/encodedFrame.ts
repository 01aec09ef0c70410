import type { Bytes } from '@parley/protocol'
import type { MediaFrame } from '../mediaFrame.ts'

/** A frame of the browser's. */
export type EncodedFrame = RTCEncodedAudioFrame | RTCEncodedVideoFrame

/** Reads what sealing and opening need of it. Only video frames have a type. */
export function mediaFrameOf(frame: EncodedFrame, arrivedAtMs: number): MediaFrame {
  const { mimeType } = frame.getMetadata() as { mimeType?: string }
  return {
    data: new Uint8Array(frame.data),
    mimeType,
    isKeyFrame: 'type' in frame && frame.type === 'key',
    arrivedAtMs,
  }
}

/** Puts other bytes into it, in a buffer of their own. */
export function putData(frame: EncodedFrame, data: Bytes): void {
  frame.data = data.byteLength === data.buffer.byteLength ? data.buffer : data.slice().buffer
}
