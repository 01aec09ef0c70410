import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foundIn, type Sought } from '../capture/search.ts'
import type { DiaryFrame } from './frameDiary.ts'

/** Bytes of a frame that are looked for. Larger: small frames are left out. Smaller: two frames may have the same. */
const LOOKED_FOR = 32
/** Before them stands what says of many frames the same. */
const HEAD = 16

/** The bytes in the midst of each of those frames by which it is found, and which none of the others has. */
export function marksOf(
  frames: readonly DiaryFrame[],
  { butNotOf = [] }: { butNotOf?: readonly DiaryFrame[] } = {},
): Sought[] {
  const others = new Set(butNotOf.map((frame) => markOf(frame)?.toString('latin1')))
  return frames.flatMap((frame) => {
    const bytes = markOf(frame)
    if (!bytes || others.has(bytes.toString('latin1'))) return []
    return [{ what: `${frame.is} at ${frame.atMs}`, bytes }]
  })
}

/** Which of them lie in a file of that folder, however deep. */
export function foundBelow(folder: string, sought: readonly Sought[]): string[] {
  return foundIn(filesBelow(folder), sought)
}

function markOf({ data }: DiaryFrame): Buffer | undefined {
  const bytes = Buffer.from(data, 'base64')
  return bytes.length < HEAD + LOOKED_FOR ? undefined : bytes.subarray(HEAD, HEAD + LOOKED_FOR)
}

function* filesBelow(folder: string): Generator<Buffer> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield readFileSync(join(entry.parentPath, entry.name))
}
