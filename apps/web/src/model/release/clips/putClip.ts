import type { PutFile } from '@parley/client'
import type { ClipStanding, SealedFile } from '@parley/release'
import { expectManifests, expectPlain } from './addManifest.ts'
import { NotAsSigned, type ClipFilesAtDesk } from './clipFiles.ts'
import type { ClipLine } from './ports.ts'

/**
 * Puts the files of a clip in the open, the MP4 with every side's manifest, and each only if it is what was signed.
 * Rejects with `NotAsSigned` or a `Refusal`.
 */
export async function putClip(
  standing: ClipStanding,
  whole: SealedFile,
  {
    files,
    line,
    onShare,
  }: {
    files: Pick<ClipFilesAtDesk, 'file'>
    line: Pick<ClipLine, 'sendOpenly'>
    onShare: (share: number) => void
  },
): Promise<readonly PutFile[]> {
  const { clip, files: sealed } = standing
  const all = clip.files.reduce((sum, { bytes }) => sum + bytes, 0)
  const put: PutFile[] = []
  let before = 0
  for (const [place, { type, hash, bytes }] of clip.files.entries()) {
    const at = type === 'video/mp4' ? whole : sealed[place]
    if (!at) throw new NotAsSigned()
    // oxlint-disable-next-line no-await-in-loop -- one after the other on one line
    const file = await files.file(at)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expectPlain(file, hash)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    if (type === 'video/mp4') await expectManifests(file, standing)
    const told = (share: number) => onShare((before + share * bytes) / all)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    put.push({ hash, file: await line.sendOpenly(file, { onShare: told }) })
    before += bytes
  }
  return put
}
