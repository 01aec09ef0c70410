import type { Bytes } from '@parley/protocol'
import { verifyMedia } from './clips/verifyMedia.ts'
import { fileTypeOf } from './media/fileType.ts'
import { besideOthers } from './publications/besideOthers.ts'
import { verifyPublication } from './publications/verifyPublication.ts'
import { isRecordFile, verifyRecordFile } from './records/verifyRecordFile.ts'
import { notProven, type ProvenPublication, type Verdict } from './verdict.ts'

/**
 * The verdict on each of several files, in their order. They are read together: a file of a clip is held to the
 * statements among them, whatever they are called, and a statement to others of the same text.
 */
export async function verifyFiles(files: readonly Bytes[]): Promise<readonly Verdict[]> {
  const verdicts = await Promise.all(files.map((bytes) => verifyStatement(bytes)))
  const statements = verdicts.filter(
    (verdict): verdict is ProvenPublication =>
      verdict?.is === 'proven' && verdict.of === 'publication' && verdict.item.startsWith('clip/'),
  )
  const all: Verdict[] = []
  for (const [at, bytes] of files.entries())
    // oxlint-disable-next-line no-await-in-loop -- one large file in memory at a time
    all.push(heldTo(verdicts, at) ?? (await verifyMedia(bytes, statements)))
  return all
}

function heldTo(verdicts: readonly (Verdict | undefined)[], at: number): Verdict | undefined {
  const verdict = verdicts[at]
  if (verdict?.is !== 'proven' || verdict.of !== 'publication') return verdict
  return besideOthers(verdict, verdicts)
}

/** One that is no media file; nothing for one that is. */
async function verifyStatement(bytes: Bytes): Promise<Verdict | undefined> {
  switch (fileTypeOf(bytes)) {
    case undefined:
      return notProven('unknown-file')
    case 'application/json':
      return isRecordFile(bytes) ? verifyRecordFile(bytes) : verifyPublication(bytes)
    default:
      return undefined
  }
}
