import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { clientCodeOf } from '@parley/seal'
import { expect, test } from 'vitest'
import { serve } from './testing/serve.ts'
import { LIST, PAGE, serveSmallClient, smallListWith } from './testing/smallClient.ts'

const { digits, hex } = await clientCodeOf(LIST)

async function verify(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const main = join(import.meta.dirname, 'main.ts')
  const child = spawn(process.execPath, [main, 'verify', 'client', ...args])
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ])
  return { code, said: out + err }
}

test('the client of the code that was named passes, by its digits and by its hash (R69)', async () => {
  const origin = await serve(serveSmallClient())

  const byDigits = await verify(origin, '--hash', digits.join(' '))
  const byHash = await verify(`${origin}/#seat=secret`, '--hash', hex)

  expect(byDigits.said).toContain(`${origin} serves this client: all 2 files are the same`)
  expect(byDigits.said).toContain(digits.join(' '))
  expect(byHash.said).not.toContain('secret')
  expect([byDigits.code, byHash.code]).toEqual([0, 0])
})

test('another client, another file, another page and another policy fail, each in words', async () => {
  const evil = PAGE.replace('/main.js', '/evil.js')
  const served = [
    serveSmallClient(),
    serveSmallClient({ altered: { 'main.js': 'evil()' } }),
    serveSmallClient({ altered: { 'index.html': evil, 'evil.js': 'evil()' } }),
    serveSmallClient({ headers: { 'content-security-policy': "script-src 'unsafe-inline'" } }),
    serveSmallClient({ headers: { link: '</evil.css>; rel=stylesheet' } }),
  ]
  const origins = await Promise.all(served.map((answer) => serve(answer)))
  const ended = await Promise.all(
    origins.map((origin, place) => verify(origin, '--hash', place === 0 ? '0'.repeat(64) : hex)),
  )

  expect(ended.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1])
  expect(ended[0]?.said).toContain('2 of 2 files are as its own list says')
  expect(ended[0]?.said).toContain(`another client: wanted is ${'0'.repeat(64)}`)
  expect(ended[1]?.said).toContain('differs: main.js')
  expect(ended[2]?.said).toContain('added: evil.js, which the page names')
  expect(ended[3]?.said).toContain("content-security-policy is script-src 'unsafe-inline'")
  expect(ended[4]?.said).toContain('link is </evil.css>; rel=stylesheet')
})

test('a script under a policy that allows more is told, since a worker goes by its own', async () => {
  const path = 'assets/provenanceWorker-AAAA.js'
  const strict = await serve(serveSmallClient({ added: path }))
  const lax = await serve(
    serveSmallClient({ added: path, policies: { 'main.js': 'script-src *' } }),
  )
  const list = smallListWith(path)
  const code = (await clientCodeOf(list)).hex

  const [right, wrong] = await Promise.all([
    verify(strict, '--hash', code),
    verify(lax, '--hash', code),
  ])

  expect(right.said).toContain('all 3 files are the same')
  expect(wrong.said).toContain('policy: main.js comes under script-src *')
  expect([right.code, wrong.code]).toEqual([0, 1])
})

test('what cannot be known ends with 2 and one sentence', async () => {
  const away = await serve((_, response) =>
    response.writeHead(301, { location: 'https://evil.example/' }).end(),
  )
  const bare = await serve(serveSmallClient({ altered: { 'client-files.txt': 'none' } }))
  const ended = await Promise.all([
    verify('http://127.0.0.1:1', '--hash', hex),
    verify(away, '--hash', hex),
    verify(bare, '--hash', hex),
    verify('parley.example', '--hash', hex),
    verify(away, '--hash', '12345'),
    verify(),
    verify(away, '--hush', hex),
  ])

  expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2, 2])
  expect(ended[0]?.said).toMatch(/^http:\/\/127\.0\.0\.1:1 is not answered.*\n$/)
  expect(ended[1]?.said).toBe(`${away} is answered with a redirect to https://evil.example/.\n`)
  expect(ended[2]?.said).toBe(`${bare} serves no list of its files: compare it with a build.\n`)
  expect(ended[5]?.said).toContain('verify client URL')
  expect(ended.map(({ said }) => said).join('')).not.toMatch(/^ {4}at /m)
})

test('what a stranger’s page says moves nothing on the terminal', async () => {
  const line = '\u001B[2J\u202Esame files all'
  const origin = await serve(
    serveSmallClient({ headers: { 'content-type': 'text/html' }, altered: { 'main.js': line } }),
  )
  const page = await serve(
    serveSmallClient({ altered: { 'index.html': `${PAGE}<script src="/${line}"></script>` } }),
  )

  const said = (await Promise.all([verify(origin, '--hash', hex), verify(page, '--hash', hex)]))
    .map((ended) => ended.said)
    .join('')

  expect(said).toContain('%1B[2J')
  expect(said).not.toMatch(/[^\n\x20-\x7E]/)
})
