import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { strictHeaders } from './headers.ts'
import { pagesRoute } from './pages.route.ts'
import { standingPagesRoute } from './standingPages.route.ts'

const SCRIPT = 'let x = 1\n'
let folder: string
let app: Hono

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-web-'))
  await writeFile(join(folder, 'offline.html'), `<style>p{}</style><script>${SCRIPT}</script>`)
  await writeFile(join(folder, 'verify.html'), `<style>p{}</style><script>${SCRIPT}</script>`)
  await writeFile(join(folder, 'verify.html.br'), 'packed')
  await writeFile(join(folder, 'offline-worker.js'), '')
  await writeFile(join(folder, 'parley.webmanifest'), '{}')
  await writeFile(join(folder, 'index.html'), '<title>Parley</title>')
  app = new Hono()
  app.use(strictHeaders())
  app.route('/', standingPagesRoute(folder))
  app.route('/', pagesRoute(folder))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a page that stands by itself runs its own script and no other, and is asked for anew each time', async () => {
  const { headers, status } = await app.request('/offline.html')

  const policy = headers.get('content-security-policy')
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  expect(status).toBe(200)
  expect(policy).toContain(`script-src 'sha256-${hash}';`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("font-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('the page that verifies is one file under the same policy, packed for whoever unpacks it', async () => {
  const [plain, packed] = await Promise.all([
    app.request('/verify'),
    app.request('/verify', { headers: { 'accept-encoding': 'gzip, br' } }),
  ])

  const policy = plain.headers.get('content-security-policy')
  expect(await plain.text()).toContain(SCRIPT)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(packed.headers.get('content-security-policy')).toBe(policy)
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(packed.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await packed.text()).toBe('packed')
})

test('the worker that keeps it is under the strict policy, and a new one is never held back by a cache', async () => {
  const { headers } = await app.request('/offline-worker.js')

  expect(headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
})

async function policyOf(path: string): Promise<string | null> {
  return (await app.request(path)).headers.get('content-security-policy')
}

test('the worker that adds manifests to clips may run WebAssembly, and no page and no other script may', async () => {
  const paths = [
    '/assets/provenanceWorker-Ab_1.js',
    '/',
    '/assets/main-provenanceWorker-1.js',
    '/assets/x/provenanceWorker-1.js',
  ]
  const policies = await Promise.all(paths.map(policyOf))

  expect(policies[0]).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(policies.slice(1).map((policy) => policy?.includes('wasm'))).toEqual([false, false, false])
})

test('what makes it installable has the type that browsers ask for', async () => {
  const { headers } = await app.request('/parley.webmanifest')

  expect(headers.get('content-type')).toBe('application/manifest+json')
})

test('the page says who runs the server, whatever the name has in it, and nobody where it has none', async () => {
  const named = pagesRoute(folder, { name: 'Bureau "A&B" <$1>' })

  const [said, unsaid] = await Promise.all(
    [named, app].map(async (route) => (await route.request('/')).text()),
  )

  expect(said).toContain('<meta name="parley-name" content="Bureau &quot;A&amp;B&quot; &lt;$1>">')
  expect(unsaid).toBe('<title>Parley</title>')
})
