import { CallId, caucusOf, PLENARY, SideId } from '@parley/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { sealEnvelope } from './envelope.ts'
import { isWaitingNote, writeWaitingNote } from './waitingNote.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const key = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

test('whoever has the key of the call reads from a note that its bearer belongs to it', async () => {
  const to = { key: await key(), call, room: PLENARY }

  const note = await writeWaitingNote(to, 'ada')

  expect(note).toHaveLength(38)
  expect(await isWaitingNote(to, { identity: 'ada', note })).toBe(true)
})

test('a note is of no use to another identity, and to nobody without the key of the call (R39)', async () => {
  const to = { key: await key(), call, room: PLENARY }
  const note = await writeWaitingNote(to, 'ada')
  const caucus = { ...to, room: caucusOf(v.parse(SideId, 'A'.repeat(11))) }
  const outside = { ...to, key: await key() }

  expect(await isWaitingNote(to, { identity: 'ben', note })).toBe(false)
  expect(await isWaitingNote(caucus, { identity: 'ada', note })).toBe(false)
  expect(await isWaitingNote(outside, { identity: 'ada', note })).toBe(false)
})

test('what was not written as a note is none, an envelope of the log neither', async () => {
  const to = { key: await key(), call, room: PLENARY }
  const message = new Uint8Array([1])
  const envelope = await sealEnvelope(to, { kind: 'message', epoch: 1, message })

  expect(await isWaitingNote(to, { identity: 'ada', note: envelope })).toBe(false)
  await fc.assert(
    fc.asyncProperty(fc.string(), async (note) => {
      expect(await isWaitingNote(to, { identity: 'ada', note })).toBe(false)
    }),
  )
})
