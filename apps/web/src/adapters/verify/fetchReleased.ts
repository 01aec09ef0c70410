import { fileTypeOf } from '@parley/release'
import type { FetchReleased, NamedFile } from '../../model/verify/verifyModel.ts'

/** What a public page may name to be fetched. */
const RELEASED = /^\/public\/[\w./-]+\.(?:json|mp4|webm|jpg|jpeg|vtt)$/
const FEED = /\/feed\.json$/

/** Addresses that are asked for. Larger: a page has one ask for more. Smaller: one with many clips does not fit. */
const MOST = 200

/**
 * Fetches what is released at an address of this page’s own server: the file there with its statement, or all that
 * the page there names. A page that was saved has no server, and asks nobody.
 */
export const fetchReleased: FetchReleased = async (address) => {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined
  if (url?.origin !== location.origin || !url.protocol.startsWith('http')) return 'other-origin'
  const first = await ask(url.pathname + url.search)
  if (!first) return 'not-fetched'
  const isFile = fileTypeOf(await first.bytes()) !== undefined
  const paths = isFile ? besideOf(url.pathname) : await namedIn(first)
  const files = await Promise.all(paths.map((path) => ask(path)))
  if (isFile) return [first, ...files.filter((file) => file !== undefined)]
  if (files.length === 0) return 'nothing-there'
  const fetched = files.filter((file) => file !== undefined)
  return fetched.length === files.length ? fetched : 'not-fetched'
}

async function ask(path: string): Promise<NamedFile | undefined> {
  const response = await fetch(path, { redirect: 'error', credentials: 'omit' }).catch(
    () => undefined,
  )
  if (!response?.ok) return undefined
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { name: path.split('?', 1)[0] ?? path, bytes: async () => bytes }
}

/** A statement lies beside a file of media, under its name. */
function besideOf(path: string): readonly string[] {
  const beside = path.replace(/\.\w+$/, '.json')
  return beside === path ? [] : [beside]
}

/** The paths of what is released that a page names, each once. Nothing of it is loaded or run by reading it. */
async function namedIn(page: NamedFile): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await page.bytes())
  const parsed = new DOMParser().parseFromString(text, 'text/html')
  const named = [...parsed.querySelectorAll('[href], [src], [poster]')].flatMap((element) =>
    ['href', 'src', 'poster'].map((name) => element.getAttribute(name)),
  )
  const urls = named.flatMap((value) =>
    value !== null && URL.canParse(value, location.href) ? [new URL(value, location.href)] : [],
  )
  const paths = urls
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname)
    .filter((path) => RELEASED.test(path) && !FEED.test(path))
  return [...new Set(paths)].slice(0, MOST)
}
