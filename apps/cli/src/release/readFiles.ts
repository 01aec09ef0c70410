import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Bytes } from '@parley/protocol'
import { fileTypeOf } from '@parley/release'
import { NotVerified } from '../notVerified.ts'

/** A file to verify, under the name that is said of it. */
export type NamedFile = { readonly name: string; readonly bytes: Bytes }

/** Bytes of a file. Larger: memory runs out. Smaller: a long clip is not read. */
const FILE_BYTES = 2 ** 30

/** Those files, and beside each file of media the statement that has its name, if it is there. */
export async function readFiles(paths: readonly string[]): Promise<readonly NamedFile[]> {
  const files = await Promise.all(paths.map((path) => readNamed(path)))
  const beside = files.flatMap(({ bytes }, at) => statementOf(paths[at] ?? '', bytes))
  const more = [...new Set(beside)].filter((path) => !paths.includes(path))
  const found = await Promise.all(more.map((path) => readNamed(path).catch(() => undefined)))
  return [...files, ...found.filter((file) => file !== undefined)]
}

async function readNamed(path: string): Promise<NamedFile> {
  try {
    if ((await stat(path)).size > FILE_BYTES) throw new NotVerified(`${path} is too large.`)
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    if (error instanceof NotVerified) throw error
    throw new NotVerified(`${path} cannot be read (${codeOf(error)}).`, { cause: error })
  }
}

/** Where the statement of a file of media is, as the public page names them. */
function statementOf(path: string, bytes: Bytes): string[] {
  const type = fileTypeOf(bytes)
  const isMedia = type !== undefined && type !== 'application/json'
  return isMedia ? [`${path.slice(0, path.length - extname(path).length)}.json`] : []
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
