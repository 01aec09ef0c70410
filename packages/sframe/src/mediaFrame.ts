import type { Bytes } from '@parley/protocol'

/** An encoded frame as the browser hands it over, without the browser. */
export type MediaFrame = {
  data: Bytes
  mimeType: string | undefined
  isKeyFrame: boolean
  arrivedAtMs: number
  /** As the browser stamped it; read when it is asked for. */
  stamp?: () => FrameStamp
}

/** When a frame was made, by its sender's media clock, and which of the encodings of its track it is of. */
export type FrameStamp = { rtp: number | undefined; source: number | undefined }
