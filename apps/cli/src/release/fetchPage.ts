import { fileTypeOf } from '@parley/release'
import { askAt, type Ask } from '../client/ask.ts'
import { NotVerified } from '../notVerified.ts'
import { originOf } from '../client/originOf.ts'
import { readServedPage } from '../client/servedPage.ts'
import type { NamedFile } from './readFiles.ts'

/** For the public page of a call, and what it releases. */
const LIMITS = {
  fileBytes: 512 * 1024 * 1024,
  allBytes: 1024 * 1024 * 1024,
  fileMs: 5 * 60_000,
  allMs: 30 * 60_000,
}

/** What a page may name to be fetched. */
const RELEASED = /^\/public\/[\w./-]+\.(?:json|mp4|webm|jpg|jpeg|vtt)$/
const FEEDS = /\/feed\.json$/

/** Addresses that are asked for. Larger: a stranger’s page has us ask for more. Smaller: a page with many clips does not fit. */
const MOST = 200

/** What is released at that address: the file that is there, or what the page there names of its own origin. */
export async function fetchPage(url: string): Promise<readonly NamedFile[]> {
  const origin = originOf(url)
  const address = new URL(url)
  const ask = askAt(origin, LIMITS)
  const first = await fetched(ask, origin, address.pathname + address.search)
  if (fileTypeOf(first.bytes) !== undefined) return withStatement(ask, { origin, first })
  const paths = namedIn(new TextDecoder().decode(first.bytes), address)
  if (paths.length === 0)
    throw new NotVerified(`${origin}${address.pathname} names nothing that was released.`)
  const files: NamedFile[] = []
  // oxlint-disable-next-line no-await-in-loop -- large files, one after another
  for (const path of paths) files.push(await fetched(ask, origin, path))
  return files
}

/** A statement lies beside a file of media, under its name. */
async function withStatement(
  ask: Ask,
  { origin, first }: { origin: string; first: NamedFile },
): Promise<readonly NamedFile[]> {
  const beside = first.name.replace(/\.\w+$/, '.json')
  if (beside === first.name) return [first]
  const statement = await fetched(ask, origin, beside).catch(() => undefined)
  return statement ? [first, statement] : [first]
}

async function fetched(ask: Ask, origin: string, path: string): Promise<NamedFile> {
  const answer = await ask(path.slice(1))
  if (answer.is === 'file') return { name: path.split('?', 1)[0] ?? path, bytes: answer.bytes }
  throw new NotVerified(`${origin}${path} ${answer.why}.`)
}

/** The paths of what is released, each once, of the page’s own origin. */
function namedIn(html: string, page: URL): readonly string[] {
  const addresses = readServedPage(html).named.filter((named) => URL.canParse(named, page))
  const paths = addresses
    .map((named) => new URL(named, page))
    .filter(({ origin }) => origin === page.origin)
    .map(({ pathname }) => pathname)
    .filter((path) => RELEASED.test(path) && !FEEDS.test(path))
  return [...new Set(paths)].slice(0, MOST)
}
