import { CLIENT_FILES, readClientFiles, type Bytes, type ClientFiles } from '@parley/protocol'
import { clientCodeOf, sha256 } from '@parley/seal'

/** The code of the build that this page is of; or a file that was loaded and is not in its list, by its path. */
export type ClientCode =
  | { is: 'read'; digits: readonly string[] }
  | { is: 'another-build'; file: string }

/** What runs or lays out a page. */
const CODE = /\.(js|css)$/

/**
 * Reads the list of files that is served beside this page, and compares what was loaded so far with it, as the
 * browser's cache has it. It tells a page that is older than what is served, and a file that was altered on its way;
 * who alters the page alters this, too. Rejects when the list cannot be read.
 */
export async function readClientCode(): Promise<ClientCode> {
  const list = new TextDecoder().decode(await fetchBytes(`/${CLIENT_FILES}`, 'no-cache'))
  const files = readClientFiles(list)
  const loaded = loadedCode()
  const compared = await Promise.all(loaded.map((path) => isListed(files, path)))
  const file = loaded.find((_, place) => !compared[place])
  if (file !== undefined) return { is: 'another-build', file }
  return { is: 'read', digits: (await clientCodeOf(list)).digits }
}

/** The paths of the scripts and styles that this page loaded from its own origin. */
function loadedCode(): string[] {
  const urls = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = urls.filter(
    ({ origin, pathname }) => origin === location.origin && CODE.test(pathname),
  )
  return [...new Set(own.map(({ pathname }) => pathname.slice(1)))]
}

async function isListed(files: ClientFiles, path: string): Promise<boolean> {
  const listed = files.get(path)
  if (listed === undefined) return false
  const hash = await sha256(await fetchBytes(`/${path}`, 'force-cache'))
  return listed === hash.toHex()
}

async function fetchBytes(path: string, cache: RequestCache): Promise<Bytes> {
  const response = await fetch(path, { cache })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
