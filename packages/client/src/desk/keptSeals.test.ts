import { Refusal } from '@parley/protocol'
import { memoryKeyStore } from '@parley/testkit'
import { expect, test } from 'vitest'
import { backupOf, newSeal, readBackup } from './keptSeals.ts'

test('a seal whose backup was read back once can no longer be read out of this profile', async () => {
  const store = memoryKeyStore()
  const made = await newSeal(store, 'Switzerland')
  expect(made.isBackedUp).toBe(false)

  const file = await backupOf(made, 'correct horse')
  const kept = await readBackup(store, { file, passphrase: 'correct horse', name: 'Switzerland' })

  expect(kept.seal.publicKey).toBe(made.seal.publicKey)
  expect(await store.seals.all()).toMatchObject([
    { isBackedUp: true, seal: { signingKey: { extractable: false } } },
  ])
})

test('a backup that does not open leaves the seal as it was', async () => {
  const store = memoryKeyStore()
  const made = await newSeal(store, 'Switzerland')
  const file = await backupOf(made, 'correct horse')

  const read = readBackup(store, { file, passphrase: 'correct house', name: 'Switzerland' })

  await expect(read).rejects.toThrow(new Refusal('malformed'))
  expect(await store.seals.all()).toMatchObject([{ isBackedUp: false }])
})

test('the backup of another seal is refused, and nothing is kept under the name of this one', async () => {
  const [store, elsewhere] = [memoryKeyStore(), memoryKeyStore()]
  const { seal } = await newSeal(store, 'Switzerland')
  const other = await newSeal(elsewhere, 'Kenya')
  const backup = { file: await backupOf(other, 'correct horse'), passphrase: 'correct horse' }

  const read = readBackup(store, { ...backup, name: 'Switzerland', key: seal.publicKey })

  await expect(read).rejects.toThrow(new Refusal('malformed'))
  expect(await store.seals.all()).toMatchObject([{ isBackedUp: false }])
})
