/**
 * The Content-Security-Policy of every page: nothing is loaded from elsewhere, and no script or style is inline.
 * A copy of the client lets its page reach the `server` that it dials besides, an origin.
 */
export function pagePolicy(server?: string): string {
  return policyOf({ server, scripts: "'self'" })
}

/** The worker that adds manifests to clips, by its file's name: the one place where WebAssembly runs. */
const WASM_WORKER = /^assets\/provenanceWorker-[\w-]+\.js$/

/**
 * The policy of a file of the client, by its path. A worker goes by that of its own file and not by its page's, so
 * that WebAssembly is allowed where it is needed and in no page.
 */
export function filePolicy(path: string, server?: string): string {
  return policyOf({
    server,
    scripts: WASM_WORKER.test(path) ? "'self' 'wasm-unsafe-eval'" : "'self'",
  })
}

function policyOf({ server, scripts }: { server: string | undefined; scripts: string }): string {
  const reached = server === undefined ? '' : ` ${server} ${server.replace(/^http/, 'ws')}`
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
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
