import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutationsOf } from './mutations.ts'
import { base64Of, bytesOf, jsonOf, textOf, toBase64 } from './shape.ts'

const near = (input: Uint8Array<ArrayBuffer>, others = [input]) =>
  fc.sample(mutationsOf(input, others), { seed: 1, numRuns: 400 })

test('no input is one that cannot be changed, and the same seed gives the same', () => {
  const inputs = fc.oneof(
    fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
    fc.json().map(bytesOf),
    fc.string({ unit: 'binary' }).map(bytesOf),
  )
  fc.assert(
    fc.property(inputs, inputs, fc.nat(), (input, other, seed) => {
      const given = () => fc.sample(mutationsOf(input, [other]), { seed, numRuns: 4 })
      expect(given()).toEqual(given())
    }),
    { numRuns: 20 },
  )
})

test('JSON mostly stays JSON, and every field of it is changed in turn', () => {
  const value = { type: 'hello', inner: { number: 5 } }

  const values = near(bytesOf(JSON.stringify(value))).flatMap(
    (bytes) => jsonOf(textOf(bytes) ?? '') ?? [],
  )

  expect(values.length).toBeGreaterThan(200)
  const others = values.map((one) => one.value as Partial<typeof value> | undefined)
  expect(others.some((one) => one?.type === 'hello' && one.inner?.number !== 5)).toBe(true)
  expect(others.some((one) => one?.type !== 'hello' && one?.inner?.number === 5)).toBe(true)
  expect(others.some((one) => one && Object.hasOwn(one, '__proto__'))).toBe(true)
})

test('what is inside base64url is changed there, whether JSON or bytes', () => {
  const header = { alg: 'Ed25519', typ: 'parley-pass' }
  const jws = `${toBase64(bytesOf(JSON.stringify(header)))}.AAAA`

  const headers = near(bytesOf(jws)).flatMap((bytes) => {
    const [first = ''] = (textOf(bytes) ?? '').split('.')
    return jsonOf(textOf(base64Of(first) ?? new Uint8Array()) ?? '') ?? []
  })

  const others = headers.map(({ value }) => value as Partial<typeof header> | null)
  expect(others.some((one) => one?.alg === 'Ed25519' && one.typ !== 'parley-pass')).toBe(true)
})

test('a length is written over with one that is far too large', () => {
  const inputs = near(new Uint8Array([0, 0, 0, 3, 1, 2, 3]))

  const first = inputs.filter(({ length }) => length >= 4)
  expect(first.some((bytes) => new DataView(bytes.buffer).getUint32(0) > 0x0f_ff_ff_ff)).toBe(true)
})
