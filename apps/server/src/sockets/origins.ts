import { hostname, networkInterfaces } from 'node:os'

/**
 * Whether an origin that a client says it dialled is one this server answers at. With no origins
 * configured these are the names of this very machine, for whoever can name a host can name any:
 * behind a proxy, or on a public name, the origins must be configured.
 */
export function isOriginOf(
  origin: string,
  { host, configured }: { host: string | undefined; configured: readonly string[] },
): boolean {
  if (configured.includes(origin)) return true
  if (configured.length > 0 || host === undefined) return false
  if (origin !== `http://${host}` && origin !== `https://${host}`) return false
  return URL.canParse(origin) && ownNames().has(new URL(origin).hostname.replace(/^\[|\]$/g, ''))
}

/** The origin that links to this server begin with: the first that is configured, or this machine's as it was dialled. */
export function ownOrigin({
  host,
  configured,
}: {
  host: string | undefined
  configured: readonly string[]
}): string | undefined {
  const [first = `http://${host}`] = configured
  return isOriginOf(first, { host, configured }) ? first : undefined
}

function ownNames(): Set<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return new Set(['localhost', hostname(), ...addresses.map(({ address }) => address)])
}
