import { Refusal } from './refusal.ts'

/** Where a build of the web client lists its files, from its origin. */
export const CLIENT_FILES = 'client-files.txt'

/** The files of a build of the web client: the hex of the SHA-256 of each, by its path from the origin. */
export type ClientFiles = ReadonlyMap<string, string>

/** Characters of a list. Larger: more memory for whoever reads a stranger's. Smaller: a flag for each country does not fit. */
const LIST_CHARACTERS = 512 * 1024

const LINE = /^(?<hash>[0-9a-f]{64}) {2}(?<path>(?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/

/** One line a file in the order of the paths, as `sha256sum` writes it and `sha256sum --check` reads it. */
export function writeClientFiles(files: ClientFiles): string {
  const paths = [...files.keys()].toSorted()
  return paths.map((path) => `${files.get(path)}  ${path}\n`).join('')
}

/** Reads what `writeClientFiles` wrote, to the byte, and refuses all else with `malformed`. */
export function readClientFiles(text: string): ClientFiles {
  if (text.length > LIST_CHARACTERS) throw new Refusal('malformed')
  const files = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const { hash, path } = LINE.exec(line)?.groups ?? {}
    if (hash === undefined || path === undefined) throw new Refusal('malformed')
    files.set(path, hash)
  }
  if (files.size === 0 || writeClientFiles(files) !== text) throw new Refusal('malformed')
  return files
}
