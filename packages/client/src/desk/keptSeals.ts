import { Refusal, type PublicKey } from '@parley/protocol'
import { exportBackup, makeSeal, restoreSeal, type Seal } from '@parley/seal'
import { deskName, type KeptSeal, type KeyStore } from '../enrolment/keyStore.ts'

/** Makes a seal for a side that has none in this profile. It is to be backed up before it is relied on. */
export async function newSeal(store: Pick<KeyStore, 'seals'>, name: string): Promise<KeptSeal> {
  const kept = { seal: await makeSeal(), name, isBackedUp: false }
  await store.seals.write(kept.seal.publicKey, kept)
  return kept
}

/** The file to save. It counts as a backup once `readBackup` opened it. */
export function backupOf({ seal }: KeptSeal, passphrase: string): Promise<string> {
  return exportBackup(seal, passphrase)
}

/**
 * Opens a backup file, and from then on this profile holds the seal so that it cannot be read out,
 * in every call whose desk it has. Rejects with `malformed`, nothing being kept, for a wrong passphrase,
 * another file, or the backup of another seal than `key`, if that is given.
 */
export async function readBackup(
  store: Pick<KeyStore, 'seals' | 'desks'>,
  {
    file,
    passphrase,
    name,
    key,
  }: { file: string; passphrase: string; name: string; key?: PublicKey },
): Promise<KeptSeal> {
  const seal = await restoreSeal(file, passphrase)
  if (key && seal.publicKey !== key) throw new Refusal('malformed')
  const kept = { seal, name, isBackedUp: true }
  await store.seals.write(seal.publicKey, kept)
  await replaceInDesks(store, seal)
  return kept
}

async function replaceInDesks({ desks }: Pick<KeyStore, 'desks'>, seal: Seal): Promise<void> {
  const own = (await desks.all()).filter((desk) => desk.seal.publicKey === seal.publicKey)
  await Promise.all(own.map((desk) => desks.write(deskName(desk), { ...desk, seal })))
}
