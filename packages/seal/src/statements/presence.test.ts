import { CallId, PLENARY } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { makeSeal } from '../seals/seal.ts'
import { signMediaRequest } from './media.ts'
import { signPresence, verifyPresence } from './presence.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const at = 1_790_000_000_000

test('that a leaf is there is its own word: no other key says it, and no other word of it does (R2)', async () => {
  const [own, other] = await Promise.all([makeSeal(), makeSeal()])
  const leaf = own.publicKey
  const said = { call, room: PLENARY, leaf, at, isLeaving: false }

  const honest = await signPresence(own.signingKey, said)
  const forged = await signPresence(other.signingKey, said)
  const forMedia = await signMediaRequest(own.signingKey, { call, room: PLENARY, leaf, at })

  expect(await verifyPresence(honest)).toEqual(said)
  await expect(verifyPresence(forged)).rejects.toMatchObject({ code: 'bad-signature' })
  await expect(verifyPresence(forMedia)).rejects.toMatchObject({ code: 'malformed' })
})
