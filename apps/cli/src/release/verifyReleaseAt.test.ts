import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes } from '@parley/protocol'
import { clipKind, readoutKind } from '@parley/release'
import { fingerprintOf } from '@parley/seal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeSide,
  publicationFile,
  signedBy,
  someCall,
  type TestSide,
} from '../../../../packages/release/src/verify/testing/sides.ts'
import { signedClip } from '../../../../packages/release/src/verify/testing/signedClip.ts'
import { aReadout } from '../../../../packages/release/src/verify/testing/texts.ts'
import { NotVerified } from '../notVerified.ts'
import { serve } from '../testing/serve.ts'
import { verifyReleaseAt } from './verifyReleaseAt.ts'

const PLAIN = { codes: [], isWithText: false }

let folder: string
let sides: readonly TestSide[]
let made: Awaited<ReturnType<typeof signedClip>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-released-'))
  sides = [await makeSide('Kenya'), await makeSide('Switzerland')]
  made = await signedClip(sides)
})
afterAll(() => rm(folder, { recursive: true }))

test('a clip is proven with the statement that lies beside it, in plain words and with the codes of the seals', async () => {
  const clip = await saved('clip-1.mp4', made.signed)
  await saved('clip-1.json', made.statement)
  const { digits } = await fingerprintOf(sides[0]!.seal.publicKey)

  const { lines, isSame } = await verifyReleaseAt([clip], PLAIN)

  expect(isSame).toBe(true)
  expect(lines).toContain('clip-1.mp4 is as its seals signed it.')
  expect(lines).toContain('clip-1.json is as its seals signed it.')
  expect(lines).toContain(`  Kenya        ${digits.join(' ')}`)
  expect(lines.join('\n')).toContain('  Proven: these seals signed this file, byte for byte')
  expect(lines.join('\n')).toContain('  Not proven: that a seal belongs to whom it says')
})

test('what is wrong is said with where it is, and then not all is proven', async () => {
  const alone = publicationFile(clipKind(1), [made.signatures.slice(0, 1)])
  const statement = await saved('alone.json', alone)
  const flipped = await saved('flipped.mp4', new Uint8Array(made.plain.with(300, 0)))

  const { lines, isSame } = await verifyReleaseAt([statement, flipped], PLAIN)

  expect(isSame).toBe(false)
  expect(lines).toEqual([
    'alone.json is NOT as it was signed.',
    '  A side that has to sign it did not.',
    '  Where: clip/1, version 1, of Switzerland.',
    '',
    'flipped.mp4 is NOT as it was signed.',
    '  Nothing says who released this file: it needs its statement beside it.',
    '',
  ])
})

test('all that a public page names of its own origin is fetched and verified, and nothing else', async () => {
  const asked: string[] = []
  const files = new Map<string, string | Bytes>([
    [
      '/public/call',
      `<a href="/public/call/clip-1.json">a</a><video src='call/clip-1.mp4'></video>
       <video src="/public/call/clip-1.mp4"></video><a href="/public/feed.json">feed</a>
       <a href="https://elsewhere.example/public/x.json">x</a><a href="/healthz">h</a>`,
    ],
    ['/public/call/clip-1.json', made.statement],
    ['/public/call/clip-1.mp4', made.signed],
  ])
  const origin = await serve(({ url = '' }, response) => {
    asked.push(url)
    const file = files.get(url)
    if (file === undefined) response.writeHead(404).end()
    else response.end(file)
  })

  const { lines, isSame } = await verifyReleaseAt([`${origin}/public/call`], PLAIN)

  expect(isSame).toBe(true)
  expect(asked).toEqual(['/public/call', '/public/call/clip-1.json', '/public/call/clip-1.mp4'])
  expect(lines).toContain('/public/call/clip-1.mp4 is as its seals signed it.')
  expect(lines.at(-1)).toContain('The words of the page were not compared')
})

test('a page that names what is not there, or nothing, or does not answer, is told in a sentence', async () => {
  const origin = await serve(({ url }, response) => {
    if (url === '/public/gone') response.end('<a href="/public/gone/clip-1.json">a</a>')
    else if (url === '/public/none') response.end('<p>Nothing</p>')
    else response.writeHead(404).end()
  })
  const at = (path: string) => verifyReleaseAt([`${origin}${path}`], PLAIN)

  await expect(at('/public/gone')).rejects.toThrow(
    new NotVerified(`${origin}/public/gone/clip-1.json is answered with 404.`),
  )
  await expect(at('/public/none')).rejects.toThrow('names nothing that was released')
  await expect(verifyReleaseAt([join(folder, 'gone.mp4')], PLAIN)).rejects.toThrow(
    'cannot be read (ENOENT)',
  )
})

test('a code that was given has to be that of a seal that signed', async () => {
  const statement = await saved('coded.json', made.statement)
  const { digits } = await fingerprintOf(sides[1]!.seal.publicKey)
  const verify = (...codes: string[]) => verifyReleaseAt([statement], { codes, isWithText: false })

  expect((await verify(digits.join(' '))).isSame).toBe(true)
  expect((await verify(digits.join('-'), '0'.repeat(30))).isSame).toBe(false)
  await expect(verify('12345')).rejects.toThrow('--code takes the 30 digits')
})

test('the words that were signed are printed for whoever asks', async () => {
  const [kenya] = sides
  const { signatures } = await signedBy([kenya!], aReadout({ call: someCall(), sides }))
  const item = readoutKind(kenya!.party.side)
  const readout = await saved('readout.json', publicationFile(item, [signatures]))

  const { lines } = await verifyReleaseAt([readout], { codes: [], isWithText: true })

  expect(lines).toContain('  | [en] Talks on the Upper Tana')
  expect(lines).toContain('  | They spoke of water.')
  expect(lines).toContain('  | Translated by Tafsiri:')
})

async function saved(name: string, bytes: Bytes): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
