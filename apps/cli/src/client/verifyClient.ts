import {
  CLIENT_FILES,
  filePolicy,
  readClientFiles,
  Refusal,
  type Bytes,
  type ClientFiles,
} from '@parley/protocol'
import { clientCodeOf, sha256, utf8 } from '@parley/seal'
import type { Answer, Ask } from './ask.ts'
import type { AskedCode } from './askedCode.ts'
import { eachOf } from './eachOf.ts'
import type { Finding, Verdict } from './finding.ts'
import { findInHeaders } from './findInHeaders.ts'
import { findInPage } from './findInPage.ts'
import { NotVerified } from '../notVerified.ts'
import { readServedPage } from './servedPage.ts'

/** What is served is compared with a build that is at hand, or with a client that somebody names. */
export type Wanted =
  | { readonly is: 'build'; readonly list: string; readonly page: string }
  | { readonly is: 'code'; readonly code: AskedCode }

/** The page's own file; a browser asks for it at the root. */
const PAGE = 'index.html'
/** Files asked for at once. Larger: the server's limits are met. Smaller: it takes longer. */
const AT_ONCE = 8

/**
 * Fetches what an origin serves as the client and compares all of it. Throws `NotVerified` where nothing can be said:
 * no page, or nothing to compare with.
 */
export async function verifyClient(
  { origin, ask }: { origin: string; ask: Ask },
  wanted: Wanted,
): Promise<Verdict> {
  const root = await ask('')
  if (root.is === 'none') throw new NotVerified(`${origin} ${root.why}.`)
  const page = readServedPage(textOf(root.bytes))
  const listed = await ask(CLIENT_FILES)
  const served = listed.is === 'file' ? textOf(listed.bytes) : undefined
  const servedFiles = filesOf(served)
  const files = wanted.is === 'build' ? readClientFiles(wanted.list) : servedFiles
  if (!files)
    throw new NotVerified(`${origin} serves no list of its files: compare it with a build.`)

  const found = findInPage(page, { files, built: wanted.is === 'build' ? wanted.page : undefined })
  const dialled = page.settings.get('server')
  const isPage = (await hexOf(utf8(page.plain))) === files.get(PAGE)
  const compared = await eachOf([...files], AT_ONCE, async ([path, hash]) =>
    path === PAGE
      ? pageFinding(isPage)
      : await fileFinding({ path, hash, dialled }, await ask(path)),
  )
  const unlisted = [...(servedFiles?.keys() ?? [])].filter((path) => !files.has(path))
  const added = await addedFindings(ask, [
    ...unlisted.map((path) => ({ path, by: 'list' as const })),
    ...found.unlisted.map((path) => ({ path, by: 'page' as const })),
  ])
  const another = await clientFindings(served, wanted)
  const differing = compared.filter((one) => one !== undefined)
  return {
    origin,
    findings: [
      ...another,
      ...(isPage ? [] : found.findings),
      ...findInHeaders(root.headers, dialled),
      ...differing,
      ...added,
    ],
    files: files.size,
    same: files.size - differing.length,
    isByOwnList: wanted.is === 'code' && another.length > 0,
    served: served === undefined ? undefined : await clientCodeOf(served),
    settings: page.settings,
  }
}

function pageFinding(isPage: boolean): Finding | undefined {
  return isPage ? undefined : { is: 'differs', path: PAGE }
}

async function fileFinding(
  { path, hash, dialled }: { path: string; hash: string; dialled: string | undefined },
  answer: Answer,
): Promise<Finding | undefined> {
  if (answer.is === 'none') return { is: 'missing', path, why: answer.why }
  if ((await hexOf(answer.bytes)) !== hash) return { is: 'differs', path }
  const value = answer.headers.get('content-security-policy')
  const isOther = path.endsWith('.js') && value !== filePolicy(path, dialled)
  return isOther ? { is: 'policy', path, value } : undefined
}

/** Of paths that the build does not have, and that the list or the page names. */
async function addedFindings(
  ask: Ask,
  named: readonly { path: string; by: 'page' | 'list' }[],
): Promise<Finding[]> {
  return eachOf(named, AT_ONCE, async ({ path, by }) => {
    const answer = await ask(path)
    return answer.is === 'file'
      ? { is: 'added', path, by }
      : { is: 'missing', path, why: answer.why }
  })
}

async function clientFindings(served: string | undefined, wanted: Wanted): Promise<Finding[]> {
  const isIt =
    wanted.is === 'build'
      ? served === wanted.list
      : served !== undefined && (await wanted.code.is(served))
  if (isIt) return []
  const said =
    wanted.is === 'build' ? (await clientCodeOf(wanted.list)).digits.join(' ') : wanted.code.said
  return [{ is: 'other-client', wanted: said }]
}

/** Of a list that was served; nothing if it is none. */
function filesOf(list: string | undefined): ClientFiles | undefined {
  try {
    return list === undefined ? undefined : readClientFiles(list)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function hexOf(bytes: Bytes): Promise<string> {
  return (await sha256(bytes)).toHex()
}

/** So that the same bytes come of it again, or what was served is not of ours. */
function textOf(bytes: Bytes): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
