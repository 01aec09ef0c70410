import { CannotPublish, type ClipStanding } from '@parley/release'
import { CannotMake } from '../../../adapters/clip/cannotMake.ts'
import { troubleOf } from '../../desk/deskTrouble.ts'
import { NotAsSigned } from './clipFiles.ts'
import type { ClipTrouble } from './clipsView.ts'

/** Something of the making or the signing of files failed, in a worker that says why in its own words. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed'
  readonly of: 'making-failed' | 'manifest-failed'

  constructor(of: 'making-failed' | 'manifest-failed', cause: unknown) {
    super(of, { cause })
    this.of = of
  }
}

/** The trouble that a deed met. A bug is thrown on, with its stack. */
export function clipTroubleOf(error: unknown, standing?: ClipStanding): ClipTrouble {
  if (error instanceof CannotPublish) {
    const side = standing?.clip.sides.find((one) => one.side === error.side)
    return { cannotPublish: error.code, name: side?.name ?? '' }
  }
  if (error instanceof CannotMake) return `cannot-make ${error.lack}`
  if (error instanceof NotAsSigned) return 'not-as-signed'
  if (error instanceof WorkFailed) return isFull(error.cause) ? 'disk-full' : error.of
  return troubleOf(error)
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && /quota/i.test(`${cause.name} ${cause.message}`)
}
