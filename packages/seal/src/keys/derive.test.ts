import { createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import * as v from 'valibot'
import { caucusOf, PLENARY, SideId } from '@parley/protocol'
import { expect, test } from 'vitest'
import { fromText, utf8 } from '../bytes.ts'
import { orNothing } from '../documents/read.ts'
import {
  callIdOf,
  derivingKey,
  documentKeyOf,
  envelopeKeyOf,
  grantKeyOf,
  invitationKeyOf,
  tokenOf,
} from './derive.ts'
import { openUnder, sealUnder } from './jwe.ts'
import { Secret } from './secret.ts'

const expand = (label: string, length: number) => {
  const prk = createHmac('sha256', new Uint8Array(32)).update(new Uint8Array(32)).digest()
  const info = Buffer.concat([utf8(label), Uint8Array.of(1)])
  return createHmac('sha256', prk).update(info).digest().subarray(0, length)
}

const zeros = () => new Secret(new Uint8Array(32))

test('call id and token are HKDF-SHA-256 without salt over their label', async () => {
  const key = await derivingKey(zeros())

  expect(Buffer.from(fromText(await callIdOf(key)))).toEqual(expand('parley call id', 16))
  expect(Buffer.from(fromText(await tokenOf(key)))).toEqual(expand('parley token', 32))
})

test('each derived key opens only what was sealed under it, and none can be read', async () => {
  const key = await derivingKey(zeros())
  const side = v.parse(SideId, 'A'.repeat(11))
  const keys = await Promise.all([
    documentKeyOf(key),
    envelopeKeyOf(key, PLENARY),
    envelopeKeyOf(key, caucusOf(side)),
    grantKeyOf(key),
    invitationKeyOf(key),
  ])

  for (const sealing of keys) {
    expect(sealing.extractable).toBe(false)
    const sealed = await sealUnder(sealing, utf8('words'))
    for (const opening of keys) {
      const opened = await orNothing(() => openUnder(opening, sealed))
      expect(opened).toEqual(opening === sealing ? utf8('words') : undefined)
    }
  }
})

test('a secret does not print', () => {
  const secret = new Secret(utf8('canary'))

  expect(String(secret)).toBe('[secret]')
  expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}')
  expect(inspect({ secret })).toBe('{ secret: [secret] }')
})
