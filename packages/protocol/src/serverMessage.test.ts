import { altered, alteredText } from '@parley/testkit/altered'
import { orCode } from '@parley/testkit/orCode'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Done, parseDone, parseServerMessage } from './serverMessage.ts'

const id = (length: number) => `${'A'.repeat(length - 1)}A`
const jws = 'eyJh.eyJi.c2ln'
const jwe = 'eyJh..aXY.Y2lwaGVy.dGFn'
const logged = { number: 3, envelope: 'AAAA' }

const messages = [
  { type: 'challenge', nonce: id(43) },
  {
    type: 'welcome',
    standing: { as: 'device', call: id(22), side: id(11), seat: id(11) },
    nowMs: 1_790_000_000_000,
  },
  { type: 'done', id: 4, result: { number: 5 } },
  { type: 'refused', id: 4, code: 'not-permitted' },
  { type: 'document', number: 9, kind: 'plan', version: 2, side: id(11), sealed: jwe },
  { type: 'founded', room: 'plenary', number: 12 },
  { type: 'enrolment', enrolment: id(11), seat: id(11), commitment: id(43), answer: jws },
  { type: 'side-filed', side: id(11), document: jws },
  { type: 'granted' },
  { type: 'media-server', isThere: false },
]

const results: [keyof typeof Done, unknown][] = [
  ['read-invitation', { side: id(11), invitation: jwe }],
  ['read-grant', { grant: jwe }],
  ['read-commits', { entries: [logged], last: 3 }],
  ['ask-turn', { isAnybodyThere: true }],
  ['ask-media-token', { token: 'a.b.c', path: '/rtc', room: 'r' }],
]

test.each(messages)(
  'a $type is read, and with anything altered is read or refused',
  async (message) => {
    expect(await read(JSON.stringify(message))).toEqual(message)
    const others = altered(message).map((other) => JSON.stringify(other))
    const texts = fc.oneof(others, alteredText(JSON.stringify(message)))
    await fc.assert(fc.asyncProperty(texts, isReadOrRefused))
  },
)

test('no text breaks the reading of what the server says', async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json()), isReadOrRefused))
  const deep = 100_000
  expect(await read('['.repeat(deep) + ']'.repeat(deep))).toBe('malformed')
})

test.each(results)('no answer to %s breaks its reading', async (request, result) => {
  expect(parseDone(request, result)).toEqual(result)
  await fc.assert(
    fc.asyncProperty(fc.oneof(altered(result), fc.jsonValue()), async (other) => {
      const once = await orCode(() => parseDone(request, other))
      const again = await orCode(() => parseDone(request, once))
      expect(again).toEqual(once)
    }),
  )
})

/** What is read says the same when it is read again, and a refusal’s code is no message. */
async function isReadOrRefused(text: string): Promise<void> {
  const once = await read(text)
  expect(await read(JSON.stringify(once))).toEqual(once)
}

function read(text: string): Promise<unknown> {
  return orCode(() => parseServerMessage(text))
}
