import type { SideId } from '@parley/protocol'
import type { ClipStanding } from './clipStanding.ts'

/** Why a desk's own client does not publish a clip. */
export type CannotPublishCode =
  /** A side has not signed this wording. */
  | 'not-signed'
  /** A side refused it, or took its signature back. */
  | 'refused'
  /** The manifest of a side is not in the file. */
  | 'no-manifest'
  /** Without its manifests the file is not the one that was signed, or a manifest is not its side's. */
  | 'altered'
  /** There is no such clip. */
  | 'unknown-clip'

/** A desk publishes what every side signed, and nothing else, whoever asks. */
export class CannotPublish extends Error {
  override readonly name = 'CannotPublish'
  readonly code: CannotPublishCode
  /** The side that it hangs on, where it is one. */
  readonly side: SideId | undefined

  constructor(code: CannotPublishCode, side?: SideId) {
    super(code)
    this.code = code
    this.side = side
  }
}

/** The file to publish. Throws `CannotPublish`. */
export function publishableFile(standing: ClipStanding | undefined) {
  if (!standing) throw new CannotPublish('unknown-clip')
  for (const [side, answer] of standing.answers) {
    if (answer.is === 'refused') throw new CannotPublish('refused', side)
    if (answer.is === 'awaited') throw new CannotPublish('not-signed', side)
  }
  if (standing.awaits || !standing.newest) throw new CannotPublish('no-manifest', standing.awaits)
  return standing.newest.file
}
