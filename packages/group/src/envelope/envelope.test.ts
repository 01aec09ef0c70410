import { CallId, caucusOf, PLENARY, SideId } from '@parley/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openEnvelope, sealEnvelope, type Opened } from './envelope.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const otherCall = v.parse(CallId, `${'B'.repeat(21)}A`)
const key = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

const anyBytes = fc.uint8Array({ maxLength: 64 }).map((bytes) => new Uint8Array(bytes))
const anyOpened: fc.Arbitrary<Opened> = fc.oneof(
  fc.record({
    kind: fc.constant('founding' as const),
    epoch: fc.constant(0 as const),
    groupInfo: anyBytes,
    tree: anyBytes,
  }),
  fc.record({
    kind: fc.constant('commit' as const),
    epoch: fc.maxSafeNat(),
    commit: anyBytes,
    groupInfo: anyBytes,
    tree: fc.option(anyBytes, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('message' as const),
    epoch: fc.maxSafeNat(),
    message: anyBytes,
  }),
  fc.record({
    kind: fc.constant('presence' as const),
    epoch: fc.maxSafeNat(),
    statement: anyBytes,
  }),
  fc.record({
    kind: fc.constant('entry' as const),
    epoch: fc.constant(0 as const),
    statement: anyBytes,
  }),
)

test('an envelope gives back what was put in', async () => {
  const to = { key: await key(), call, room: PLENARY }

  await fc.assert(
    fc.asyncProperty(anyOpened, async (opened) => {
      expect(await openEnvelope(to, await sealEnvelope(to, opened))).toEqual(opened)
    }),
  )
})

test('an envelope of another call, another room or another key is noise', async () => {
  const to = { key: await key(), call, room: PLENARY }
  const envelope = await sealEnvelope(to, {
    kind: 'message',
    epoch: 1,
    message: new Uint8Array([1]),
  })

  const elsewhere = [
    { ...to, call: otherCall },
    { ...to, room: caucusOf(v.parse(SideId, 'A'.repeat(11))) },
    { ...to, key: await key() },
  ]

  for (const there of elsewhere) expect(await openEnvelope(there, envelope)).toBe(undefined)
})

test('no text breaks the reading of a log', async () => {
  const to = { key: await key(), call, room: PLENARY }

  await fc.assert(
    fc.asyncProperty(fc.string(), async (noise) => {
      expect(await openEnvelope(to, noise)).toBe(undefined)
    }),
  )
})
