import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { serve } from '../testing/serve.ts'
import { askAt } from './ask.ts'

const MIB = 1024 * 1024

test('a redirect is told, and not followed, whether it leads to another host or not', async () => {
  const asked: (string | undefined)[] = []
  const origin = await serve(({ url }, response) => {
    asked.push(url)
    response.writeHead(302, { location: 'https://evil.example/' }).end()
  })

  expect(await askAt(origin)('')).toEqual({
    is: 'none',
    why: 'is answered with a redirect to https://evil.example/',
  })
  expect(asked).toEqual(['/'])
})

test('a file that is missing and a server that is not there are told apart', async () => {
  const origin = await serve((_, response) => void response.writeHead(404).end())

  expect(await askAt(origin)('gone.js')).toEqual({ is: 'none', why: 'is answered with 404' })
  expect(await askAt('http://127.0.0.1:1')('')).toMatchObject({
    why: expect.stringMatching(/^is not answered/),
  })
  expect(await askAt('http://parley.invalid')('')).toMatchObject({
    why: expect.stringMatching(/^has no address/),
  })
})

test('a file that is larger than any of a build is not read to its end, packed or not', async () => {
  const bomb = brotliCompressSync(Buffer.alloc(20 * MIB), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  })
  const origin = await serve(({ url }, response) => {
    if (url === '/packed') response.writeHead(200, { 'content-encoding': 'br' }).end(bomb)
    else response.write(Buffer.alloc(MIB), () => response.end(Buffer.alloc(20 * MIB)))
  })
  const ask = askAt(origin)

  expect(await ask('plain')).toEqual({ is: 'none', why: 'is too large' })
  expect(await ask('packed')).toEqual({ is: 'none', why: 'is too large' })
})

test('what is sent packed is compared as a browser unpacks it', async () => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('let x')),
  )

  const answer = await askAt(origin)('main.js')

  expect(answer.is === 'file' && new TextDecoder().decode(answer.bytes)).toBe('let x')
})
