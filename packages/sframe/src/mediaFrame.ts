import type { Bytes } from '@parley/protocol'

/** An encoded frame as the browser hands it over, without the browser. */
export type MediaFrame = {
  data: Bytes
  mimeType: string | undefined
  isKeyFrame: boolean
  arrivedAtMs: number
}
