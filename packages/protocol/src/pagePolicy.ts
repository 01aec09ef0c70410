/**
 * The Content-Security-Policy of every page: nothing is loaded from elsewhere, and no script or style is inline.
 * A copy of the client lets its page reach the `server` that it dials besides, an origin.
 */
export function pagePolicy(server?: string): string {
  const reached = server === undefined ? '' : ` ${server} ${server.replace(/^http/, 'ws')}`
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${reached}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
