import { CallId, Hash, PLENARY, SeatId } from '@parley/protocol'
import { altered } from '@parley/testkit/altered'
import { orCode } from '@parley/testkit/orCode'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { toText, utf8 } from '../bytes.ts'
import { hashOf, sha256Text } from '../hash.ts'
import { signJws } from '../jws.ts'
import { makeSeal } from '../seals/seal.ts'
import { signEntry, verifyEntry, type EntryStatement } from './entry.ts'
import { signPresence } from './presence.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const call = v.parse(CallId, random(16))
const seat = v.parse(SeatId, random(8))
const hash = v.parse(Hash, random(32))
const at = 1_790_000_000_000
const [own, other] = await Promise.all([makeSeal(), makeSeal()])
const proof = await signJws(own.signingKey, 'parley-pass', {})
const document = { at, kind: 'clip/1', version: 2, hash }

/** One of each event. */
const entry: EntryStatement = {
  call,
  room: PLENARY,
  by: own.publicKey,
  n: 2,
  previous: hash,
  heard: null,
  at,
  what: [
    { is: 'present', at, pass: proof, leaf: proof },
    { is: 'left', at },
    { is: 'removed', at, seat, because: 'silent' },
    { is: 'company', at, people: [{ name: 'Wanjiru Kamau', office: 'Note-taker' }] },
    { is: 'microphone', at, isOn: true },
    { is: 'interpreting', at, isOn: false, into: 'fr' },
    { is: 'part', at, move: 1, item: 2, plan: hash },
    { is: 'part-refused', at, move: 2, item: null, plan: hash },
    { is: 'part-closed', at, move: 1, item: 2, plan: hash },
    { is: 'proposed', ...document },
    { is: 'signed', ...document },
    { is: 'refused', ...document },
    { is: 'published', ...document },
    { is: 'shared', ...document, code: '0'.repeat(30) },
    { is: 'destroyed', at, kind: 'recording', hash },
    { is: 'lacking', at, entries: [hash] },
    { is: 'recording', at, isOn: true },
    { is: 'warning', at, code: 'not-heard', seat },
  ],
}

test('an entry is the word of the key it names: no other key says it, and no other word of it does (R2)', async () => {
  const { jws } = await signEntry(own.signingKey, entry)
  const forged = await signJws(other.signingKey, 'parley-entry', entry)
  const asDocument = await signJws(own.signingKey, 'parley-document', entry)
  const presence = { call, room: PLENARY, leaf: own.publicKey, at, isLeaving: false }

  expect(await verifyEntry(jws)).toEqual({ entry, jws, hash: await hashOf(jws) })
  await expect(verifyEntry(forged)).rejects.toMatchObject({ code: 'bad-signature' })
  await expect(verifyEntry(asDocument)).rejects.toMatchObject({ code: 'bad-signature' })
  await expect(verifyEntry(await signPresence(own.signingKey, presence))).rejects.toMatchObject({
    code: 'malformed',
  })
})

const signed = (what: object) =>
  orCode(async () => verifyEntry(await signJws(own.signingKey, 'parley-entry', what)))

test('the first entry of a chain has none before it, and every other has one', async () => {
  expect(await signed({ ...entry, n: 1, previous: null })).toMatchObject({ entry: { n: 1 } })
  expect(await signed({ ...entry, n: 1 })).toBe('malformed')
  expect(await signed({ ...entry, previous: null })).toBe('malformed')
})

const read = async (what: unknown) => {
  const once = await signed(utf8(JSON.stringify(what) ?? ''))
  return typeof once === 'string' ? once : once.entry
}

test('an entry with anything in it altered is refused, or says what it says', async () => {
  expect(await read(entry)).toEqual(entry)
  await fc.assert(
    fc.asyncProperty(altered(entry), async (changed) => {
      const once = await read(changed)
      if (once === 'malformed' || once === 'bad-signature') return
      expect(await read(once)).toEqual(once)
    }),
    { numRuns: 300 },
  )
})

test('what an entry is called is the hash of what was signed', async () => {
  const { jws, hash: called } = await signEntry(own.signingKey, entry)

  expect(called).toBe(await sha256Text(utf8(JSON.stringify(entry))))
  expect((await verifyEntry(jws)).hash).toBe(called)
})
