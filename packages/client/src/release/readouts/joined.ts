import type { CompactJws, DocumentKind, Hash } from '@parley/protocol'
import { jointKind, type Readout } from '@parley/release'
import { agreedReleases } from '../releaseState.ts'
import { linesOf } from './lines.ts'
import type { ReadoutDesk } from './readoutDesk.ts'

/** An item of a call, and of each of its versions one signature of each side that it needs, the oldest first. */
export type SignedItem = {
  readonly item: DocumentKind
  readonly versions: readonly (readonly CompactJws[])[]
}

/** The joint lines that stand in these texts, up to the wordings that stand there. */
export function jointLinesIn(
  { releases }: Pick<ReadoutDesk, 'releases'>,
  readouts: readonly Readout[],
): readonly SignedItem[] {
  const named = new Set(readouts.flatMap(namedIn))
  return linesOf(releases).flatMap(({ n }): SignedItem[] => {
    const agreed = agreedReleases(releases.state, 'joint', jointKind(n))
    const last = agreed.findLastIndex(({ hash }) => named.has(hash))
    if (last === -1) return []
    const versions = agreed.slice(0, last + 1).map(({ signatures }) => signatures)
    return [{ item: jointKind(n), versions }]
  })
}

function namedIn({ body, translations }: Readout): Hash[] {
  return [body, ...translations.map((one) => one.body)]
    .flat()
    .flatMap((block) => (block.is === 'paragraph' && block.joint ? [block.joint] : []))
}
