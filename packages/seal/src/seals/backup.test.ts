import { CompactEncrypt } from 'jose'
import { Refusal } from '@parley/protocol'
import { expect, test } from 'vitest'
import { utf8 } from '../bytes.ts'
import { signJws, verifyJws } from '../jws.ts'
import { openWith, sealTo } from '../keys/jwe.ts'
import { exportBackup, restoreSeal } from './backup.ts'
import { makeSeal } from './seal.ts'

test('a restored seal signs and opens as before, and cannot be read out again', async () => {
  const seal = await makeSeal()

  const restored = await restoreSeal(await exportBackup(seal, 'correct horse'), 'correct horse')

  const jws = await signJws(restored.signingKey, 'parley-desk', utf8('words'))
  expect(await verifyJws(jws, 'parley-desk', seal.publicKey)).toEqual(utf8('words'))
  const sealed = await sealTo(seal.agreement, utf8('words'))
  expect(await openWith(restored.agreementPrivateKey, sealed)).toEqual(utf8('words'))
  expect(restored.signingKey.extractable).toBe(false)
  expect(restored.agreementPrivateKey.extractable).toBe(false)
  await expect(exportBackup(restored, 'another')).rejects.toThrow('not extractable')
})

test('a backup does not open under another passphrase', async () => {
  const file = await exportBackup(await makeSeal(), 'correct horse')

  await expect(restoreSeal(file, 'correct house')).rejects.toThrow(new Refusal('malformed'))
})

test('a backup costs 600,000 rounds, and one that asks for more is refused', async () => {
  const file = await exportBackup(await makeSeal(), 'correct horse')
  const header = JSON.parse(
    new TextDecoder().decode(
      Uint8Array.fromBase64(file.split('.')[0] ?? '', { alphabet: 'base64url' }),
    ),
  )
  expect(header).toMatchObject({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 600_000 })

  const costly = await new CompactEncrypt(utf8('{}'))
    .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: 600_001 })
    .encrypt(utf8('correct horse'))
  await expect(restoreSeal(costly, 'correct horse')).rejects.toThrow(new Refusal('malformed'))
})

test('a backup whose public key is of another seal is refused', async () => {
  const [seal, other] = await Promise.all([makeSeal(), makeSeal()])

  const file = await exportBackup({ ...seal, publicKey: other.publicKey }, 'correct horse')

  await expect(restoreSeal(file, 'correct horse')).rejects.toThrow(new Refusal('malformed'))
})
