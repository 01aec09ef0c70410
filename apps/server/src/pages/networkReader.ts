import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Reads the network that a request comes from, as the proxy in front says, if there is one: whoever has an IPv6 address has 2^64 of them. */
export function networkReader({
  isBehindProxy,
}: {
  isBehindProxy: boolean
}): (request: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const told = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim()
    return networkOf((isBehindProxy && told) || (socket.remoteAddress ?? ''))
  }
}

/** An IPv4 address itself; of an IPv6 address, its /64. */
function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = [], tail] = address.split('::').map((half) => half.split(':'))
  const groups = tail ? [...head, ...zeros(8 - head.length - tail.length), ...tail] : head
  const half = groups.slice(0, 4).map((group) => Number.parseInt(group || '0', 16).toString(16))
  return `${half.join(':')}::/64`
}

function zeros(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '0')
}
