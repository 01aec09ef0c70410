import type { Bytes } from '@parley/protocol'
import { fileTypeOf } from './fileType.ts'
import { jpegManifests } from './jpegManifests.ts'
import { mp4Manifests } from './mp4Manifests.ts'
import type { Manifests } from './stretch.ts'

/** What was put into a file of media, whatever it is; nothing where it does not read as what it begins as. */
export function manifestsOf(bytes: Bytes): Manifests | undefined {
  switch (fileTypeOf(bytes)) {
    case 'video/mp4':
      return mp4Manifests(bytes)
    case 'image/jpeg':
      return jpegManifests(bytes)
    default:
      return { stretches: [], store: undefined, plain: bytes }
  }
}

/** A file of media as it was before any C2PA manifest. One without, or that cannot be read, is given back. */
export function stripManifests(bytes: Bytes): Bytes {
  return manifestsOf(bytes)?.plain ?? bytes
}
