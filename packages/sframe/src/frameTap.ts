import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { MediaFrame } from './mediaFrame.ts'
import type { TransformId } from './messages.ts'

/** Of which track a frame is: of that leaf, or of one's own. */
export type Tapped = { id: TransformId; track: TrackNumber; leaf?: LeafIndex }

/** Sees a frame as its encoder made it. What it is to keep it copies: the bytes are somebody else's when it returns. */
export type FrameTap = (of: Tapped, frame: MediaFrame, bytes: Bytes) => void
