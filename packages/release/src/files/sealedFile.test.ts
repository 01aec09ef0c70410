import { LIMITS, type Bytes, type Hash } from '@parley/protocol'
import { sha256Text, toText } from '@parley/seal'
import { expect, test } from 'vitest'
import {
  fileKey,
  OPEN_PIECE_BYTES,
  openPiece,
  pieceCount,
  sealedBytes,
  sealPiece,
} from './sealedFile.ts'

const key = await fileKey(toText(new Uint8Array(32).fill(7)))
const piece = new TextEncoder().encode('a piece')

test('a piece opens in its place alone, and only whole (R107)', async () => {
  const at = { place: 1, count: 3 }
  const sealed = await sealPiece(key, piece, at)
  const hash = await sha256Text(sealed)
  const flipped = sealed.with(0, (sealed[0] ?? 0) ^ 1)
  const other = await fileKey(toText(new Uint8Array(32).fill(8)))

  expect(await openPiece(key, sealed, { ...at, hash })).toEqual(piece)
  const wrong: [Bytes, { place: number; count: number; hash: Hash }, CryptoKey][] = [
    [sealed, { place: 0, count: 3, hash }, key],
    [sealed, { place: 1, count: 2, hash }, key],
    [sealed, { ...at, hash: 'A'.repeat(43) as Hash }, key],
    [flipped, { ...at, hash: await sha256Text(flipped) }, key],
    [sealed, { ...at, hash }, other],
  ]
  for (const [bytes, stands, under] of wrong)
    await expect(openPiece(under, bytes, stands)).rejects.toMatchObject({ code: 'malformed' })
})

test('a piece that is sealed again has the same name, so that it can be sent again', async () => {
  const at = { place: 0, count: 1 }

  expect(await sealPiece(key, piece, at)).toEqual(await sealPiece(key, piece, at))
  expect(await sealPiece(key, piece, at)).not.toEqual(
    await sealPiece(key, piece, { place: 1, count: 1 }),
  )
})

test('a whole piece has as many bytes as the server takes at most', async () => {
  const sealed = await sealPiece(key, new Uint8Array(OPEN_PIECE_BYTES), { place: 0, count: 1 })

  expect(sealed.length).toBe(LIMITS.pieceBytes)
  expect(pieceCount(OPEN_PIECE_BYTES)).toBe(1)
  expect(pieceCount(OPEN_PIECE_BYTES + 1)).toBe(2)
  expect(sealedBytes(OPEN_PIECE_BYTES + 1)).toBe(LIMITS.pieceBytes + 17)
})
