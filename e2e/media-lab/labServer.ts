import { fileURLToPath } from 'node:url'
import { preview, build } from 'vite'
import { mediaClient } from '../../apps/web/mediaClient.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Builds the lab page as the web client is built, and serves it. */
export async function serveLab(outDir: string): Promise<AsyncDisposable & { url: string }> {
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    plugins: [mediaClient({ isBehindParley: false })],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext', minify: false },
  })
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const close = async () => {
    const closed = server.close()
    if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections()
    await closed
  }
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('the lab is not served')
  return { url, [Symbol.asyncDispose]: close }
}
