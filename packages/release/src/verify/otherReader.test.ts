import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes, CompactJws } from '@parley/protocol'
import { sha256Text } from '@parley/seal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startC2paPython, type C2paPython } from '../../../../scripts/testing/c2paPython.ts'
import { clipKind } from '../documents/kinds.ts'
import { boxesIn } from './media/boxes.ts'
import { stripManifests } from './media/stripManifests.ts'
import { clipKeyOf } from './testing/clipKeys.ts'
import { pem } from './testing/pem.ts'
import { makeSide, publicationFile, signedBy, someCall, type TestSide } from './testing/sides.ts'
import { aClip } from './testing/texts.ts'
import { verifyFiles } from './verifyFiles.ts'

type Made = { readonly type: 'video/mp4' | 'image/jpeg'; readonly plain: Bytes; signed: Bytes }

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=15:duration=2']
const SOUND = ['-f', 'lavfi', '-i', 'sine=440:duration=2']
const MP4 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'libopus', '-strict', '-2']
const DESCRIBED_FIRST = ['-movflags', '+faststart']

const folder = mkdtempSync(join(tmpdir(), 'parley-clips-'))

let other: C2paPython
let sides: readonly TestSide[]
let files: readonly Made[]
let statement: Bytes
let signatures: readonly CompactJws[]

beforeAll(async () => {
  other = startC2paPython()
  sides = [await makeSide('Kenya'), await makeSide('Switzerland')]
  const plain = [
    {
      type: 'video/mp4' as const,
      plain: madeBy([...PICTURE, ...SOUND, ...MP4, ...DESCRIBED_FIRST], 'a.mp4'),
    },
    { type: 'image/jpeg' as const, plain: madeBy([...PICTURE, '-frames:v', '1'], 'a.jpg') },
  ]
  const named = await Promise.all(
    plain.map(async (file) => ({
      type: file.type,
      bytes: file.plain.length,
      hash: await sha256Text(file.plain),
    })),
  )
  const signed = await signedBy(sides, aClip({ call: someCall(), sides }, named))
  const { hash } = signed
  signatures = signed.signatures
  statement = publicationFile(clipKind(1), [signatures])
  const assertions = signatures.map((jws) => [
    { label: 'org.parley.clip', data: { clip: hash, jws } },
    { label: 'c2pa.actions', data: { actions: [{ action: 'c2pa.published' }] } },
  ])
  files = await Promise.all(plain.map((file) => signedByEach(file, assertions)))
})
afterAll(() => {
  other[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

test('a clip that another maker’s C2PA signed is read here, and is what it was before, to the byte (R114, R115)', async () => {
  const signed = files.map((file) => file.signed)

  expect(signed.map((file) => stripManifests(file))).toEqual(files.map(({ plain }) => plain))
  expect(await verifyFiles(signed)).toMatchObject([
    { is: 'proven', by: 'statement-inside', manifests: 'of-every-side' },
    { is: 'proven', by: 'statement-inside', manifests: 'of-every-side' },
  ])
  expect(await verifyFiles([statement, ...signed])).toMatchObject([
    { is: 'proven' },
    { is: 'proven', by: 'statement-beside' },
    { is: 'proven', by: 'statement-beside' },
  ])
})

test('it is valid for that maker’s reader, and with one byte that is another one for neither (R118)', async () => {
  for (const { type, signed } of files) {
    const whole = await other.read(signed, type)
    const missedThere: number[] = []
    const missedHere: number[] = []
    for (const at of placesOf(signed)) {
      const flipped = flippedAt(signed, at)
      const { state } = await other.read(flipped, type)
      const [verdict] = await verifyFiles([flipped])
      if (state === 'Valid' && isHeldByC2pa(signed, at)) missedThere.push(at)
      if (verdict?.is === 'proven') missedHere.push(at)
    }

    expect(whole).toEqual({ state: 'Valid', failures: [], manifests: 2 })
    expect(missedThere).toEqual([])
    expect(missedHere).toEqual([])
  }
})

test('what C2PA itself leaves out of its hash is found here all the same (R117)', async () => {
  const { signed } = files[0]!
  const first = boxesIn(signed)?.[0]
  const flipped = flippedAt(signed, (first?.body ?? 0) + 9)

  expect(await other.read(flipped, 'video/mp4')).toMatchObject({ state: 'Valid' })
  expect(await verifyFiles([flipped, statement])).toMatchObject([
    { is: 'not-proven', because: 'other-file' },
    { is: 'proven' },
  ])
})

async function signedByEach(
  { type, plain }: Omit<Made, 'signed'>,
  assertions: readonly (readonly { label: string; data: unknown }[])[],
): Promise<Made> {
  let signed = plain
  for (const [place, { seal }] of sides.entries()) {
    const { key, certificate } = await clipKeyOf(seal)
    const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))
    signed = await other.sign(signed, type, {
      alg: 'es256',
      certificates: pem('CERTIFICATE', certificate),
      key: pem('PRIVATE KEY', pkcs8),
      assertions: assertions[place] ?? [],
      isOnTop: place > 0,
    })
  }
  return { type, plain, signed }
}

/** Every 31st byte of the manifests and what describes the media, and a few of these. */
function placesOf(file: Bytes): number[] {
  const dense = Array.from({ length: Math.floor(12_000 / 31) }, (_, place) => place * 31)
  const rest = Array.from({ length: 40 }, (_, place) => Math.floor((file.length / 40) * place))
  return [...new Set([...dense, ...rest])].filter((at) => at < file.length)
}

/**
 * Whether a byte is of the media, or of what a side signed. Names of boxes, spare room, and the first box of a file
 * are read by others without a look at each byte.
 */
function isHeldByC2pa(file: Bytes, at: number): boolean {
  const box = boxesIn(file)?.find(({ start, end }) => start <= at && at < end)
  const isOfSigned = signatures.some((jws) => {
    const from = Buffer.from(file).indexOf(jws)
    return from <= at && at < from + jws.length
  })
  return isOfSigned || (box ? ['moov', 'mdat'].includes(box.type) : at > file.length - 4_000)
}

function flippedAt(file: Bytes, at: number): Bytes {
  return new Uint8Array(file.with(at, (file[at] ?? 0) ^ 1))
}

/** What ffmpeg makes: real files, as players play them. */
function madeBy(how: readonly string[], name: string): Bytes {
  const file = join(folder, name)
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...how, file])
  return new Uint8Array(readFileSync(file))
}
