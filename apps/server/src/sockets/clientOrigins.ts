import { isOriginOf } from './origins.ts'

/** As a request or an upgrade says it. */
type From = { origin?: string | undefined; host?: string | undefined }

/**
 * Whether a page of the origin that a browser names may use this server: any, unless the operator named some; then
 * those and the server's own. Whoever names none is no page of a browser.
 */
export function isClientOrigin(
  { origin, host }: From,
  { clients, configured }: { clients: readonly string[]; configured: readonly string[] },
): boolean {
  if (clients.length === 0 || origin === undefined || clients.includes(origin)) return true
  return isOriginOf(origin, { host, configured })
}
