import type { ClientFiles } from '@parley/protocol'
import type { Finding } from './finding.ts'
import { firstOtherLine, type ServedPage } from './servedPage.ts'

/** Addresses of a page that are looked at. Larger: a stranger’s page has us ask for more. Smaller: a page of a later build has more. */
const MOST_ADDRESSES = 100

/** Stands for the origin of a page, whose own addresses have none. */
const HERE = 'https://here.invalid'

/**
 * What a page has that the build has not: addresses elsewhere, which nobody asks for, its first other line, and the
 * paths of its own origin that are no file of the build.
 */
export function findInPage(
  { plain, named }: ServedPage,
  { files, built }: { files: ClientFiles; built: string | undefined },
): { readonly findings: readonly Finding[]; readonly unlisted: readonly string[] } {
  const addresses = named.slice(0, MOST_ADDRESSES).map((address) => ({
    address,
    at: URL.canParse(address, HERE) ? new URL(address, HERE) : undefined,
  }))
  const elsewhere = addresses.filter(({ at }) => at?.origin !== HERE)
  const paths = addresses.flatMap(({ at }) => (at?.origin === HERE ? [at.pathname.slice(1)] : []))
  const line = built === undefined ? undefined : firstOtherLine(plain, built)
  return {
    findings: [
      ...(line ? [{ is: 'page' as const, ...line }] : []),
      ...elsewhere.map(({ address }) => ({ is: 'elsewhere' as const, address })),
    ],
    unlisted: [...new Set(paths)].filter((path) => path !== '' && !files.has(path)),
  }
}
