import type { CompactJws, Hash } from '@parley/protocol'
import { CLIP_ASSERTION } from '../verify/manifests/manifest.ts'

/** A composite of captures where several people are in the picture, and a capture where it is one (IPTC). */
const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** What one side's manifest says, for the builder of c2pa-rs; `intent` goes to its `setIntent`. */
export type ClipManifest = {
  readonly definition: {
    readonly claim_generator_info: readonly { readonly name: string; readonly version: string }[]
    readonly title: string
    readonly format: 'video/mp4'
    readonly assertions: readonly {
      readonly label: string
      readonly kind: 'Json'
      readonly created: true
      readonly data: { readonly clip: Hash; readonly jws: CompactJws }
    }[]
  }
  readonly intent: 'edit' | { readonly create: string }
}

/**
 * The first side's manifest says that the file was made of captures; each further one opens the file before it and
 * changes nothing. `jws` is that side's own signature of the clip.
 */
export function manifestOf({
  title,
  clip,
  jws,
  isFirst,
  isComposite,
}: {
  title: string
  clip: Hash
  jws: CompactJws
  isFirst: boolean
  isComposite: boolean
}): ClipManifest {
  const source = isComposite ? 'compositeCapture' : 'digitalCapture'
  return {
    definition: {
      claim_generator_info: [{ name: 'Parley', version: '0.1.0' }],
      title,
      format: 'video/mp4',
      assertions: [{ label: CLIP_ASSERTION, kind: 'Json', created: true, data: { clip, jws } }],
    },
    intent: isFirst ? { create: `${SOURCE_TYPES}${source}` } : 'edit',
  }
}
