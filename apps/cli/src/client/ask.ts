import type { Bytes } from '@parley/protocol'

/** What came of asking for a file. `why` goes on from “it”. */
export type Answer =
  | { readonly is: 'file'; readonly bytes: Bytes; readonly headers: Headers }
  | { readonly is: 'none'; readonly why: string }

/** Asks for a path of one origin. */
export type Ask = (path: string) => Promise<Answer>

/** How much is taken of a stranger’s server: of one file, and of all together. */
type AskLimits = {
  /** Larger: it fills more memory. Smaller: a large file does not fit. */
  readonly fileBytes: number
  readonly allBytes: number
  /** Larger: a server that trickles holds one up. Smaller: a slow line looks like a silent server. */
  readonly fileMs: number
  readonly allMs: number
}

/** For the files of a build. */
const OF_A_BUILD: AskLimits = {
  fileBytes: 16 * 1024 * 1024,
  allBytes: 128 * 1024 * 1024,
  fileMs: 30_000,
  allMs: 5 * 60_000,
}

/** As a browser asks, so that answers by who asks have to go to more trouble. */
const HEADERS = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
}

/** Asks at that origin alone, within limits of size and time, and follows nothing. */
export function askAt(origin: string, limits = OF_A_BUILD): Ask {
  const isLate = AbortSignal.timeout(limits.allMs)
  let left = limits.allBytes
  return async (path) => {
    const ending = new AbortController()
    const signal = AbortSignal.any([isLate, AbortSignal.timeout(limits.fileMs), ending.signal])
    try {
      const response = await fetch(`${origin}/${path}`, {
        headers: HEADERS,
        redirect: 'manual',
        signal,
      })
      const away = response.headers.get('location')
      if (away !== null) return none(`is answered with a redirect to ${away}`)
      if (response.status !== 200) return none(`is answered with ${response.status}`)
      const bytes = await read(response, Math.min(limits.fileBytes, left))
      left -= bytes?.length ?? left
      return bytes ? { is: 'file', bytes, headers: response.headers } : none('is too large')
    } catch (error) {
      return none(wordsFor(error))
    } finally {
      ending.abort()
    }
  }
}

/** The whole of it, as it is once it is unpacked; nothing if that is more than allowed. */
async function read(response: Response, most: number): Promise<Bytes | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > most) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

function none(why: string): Answer {
  return { is: 'none', why }
}

const CODES = new Map([
  ['ENOTFOUND', 'has no address: nobody has that name'],
  ['EAI_AGAIN', 'has no address: names cannot be looked up now'],
  ['ECONNREFUSED', 'is not answered: nothing listens there'],
  ['ECONNRESET', 'is not answered: the line was cut'],
  ['UND_ERR_SOCKET', 'is not answered: the line was cut'],
])

/** What went wrong with the line, in words. */
function wordsFor(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return 'is not answered within the time'
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code))
    return `has a certificate that is not trusted here (${code}): NODE_EXTRA_CA_CERTS names one that is`
  return CODES.get(code) ?? `is not answered (${code})`
}
