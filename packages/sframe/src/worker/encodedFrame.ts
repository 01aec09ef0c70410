import type { Bytes } from '@parley/protocol'
import type { FrameStamp, MediaFrame } from '../mediaFrame.ts'

/** A frame of the browser's. */
export type EncodedFrame = RTCEncodedAudioFrame | RTCEncodedVideoFrame

/** What opening needs of a frame that came in. */
export function readFrame(frame: EncodedFrame, arrivedAtMs: number): MediaFrame {
  return {
    data: dataOf(frame),
    mimeType: mimeTypeOf(frame),
    isKeyFrame: isKey(frame),
    arrivedAtMs,
    stamp: () => stampOf(frame),
  }
}

/** What sealing needs, read when it is asked for: reading costs, and a closed microphone has fifty frames a second. */
export function frameToSeal(frame: EncodedFrame, arrivedAtMs: number): MediaFrame {
  return {
    get data() {
      return dataOf(frame)
    },
    get mimeType() {
      return mimeTypeOf(frame)
    },
    get isKeyFrame() {
      return isKey(frame)
    },
    arrivedAtMs,
    stamp: () => stampOf(frame),
  }
}

/** Puts other bytes into it, in a buffer of their own. */
export function putData(frame: EncodedFrame, data: Bytes): void {
  frame.data = data.byteLength === data.buffer.byteLength ? data.buffer : data.slice().buffer
}

function dataOf(frame: EncodedFrame): Bytes {
  return new Uint8Array(frame.data)
}

function mimeTypeOf(frame: EncodedFrame): string | undefined {
  return (frame.getMetadata() as { mimeType?: string }).mimeType
}

function stampOf(frame: EncodedFrame): FrameStamp {
  const { rtpTimestamp: rtp, synchronizationSource: source } = frame.getMetadata()
  return { rtp, source }
}

/** Only video frames have a type. */
function isKey(frame: EncodedFrame): boolean {
  return 'type' in frame && frame.type === 'key'
}
