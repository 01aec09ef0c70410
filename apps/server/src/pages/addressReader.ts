import type { IncomingMessage } from 'node:http'

/** Reads the address that a request comes from: as the proxy in front says, if there is one. */
export function addressReader({
  isBehindProxy,
}: {
  isBehindProxy: boolean
}): (request: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const told = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim()
    return (isBehindProxy && told) || (socket.remoteAddress ?? '')
  }
}
