import { newSeal, readBackup, type KeptSeal, type KeyStore } from '@parley/client'
import { Refusal, type PublicKey } from '@parley/protocol'

/** The seal that a side is to sign with: a new one, one that this browser keeps, or one from its backup. */
export type SealChoice =
  | { from: 'new' }
  | { from: 'kept'; key: PublicKey }
  | { from: 'backup'; file: string; passphrase: string }

/** A file that does not open with that passphrase, or is no seal. */
export class WrongBackup extends Error {
  override readonly name = 'WrongBackup'
}

/** The chosen seal, kept in this profile. Rejects with `WrongBackup`. */
export async function chosenSeal(
  store: Pick<KeyStore, 'seals' | 'desks'>,
  choice: SealChoice,
  name: string,
): Promise<KeptSeal> {
  switch (choice.from) {
    case 'new':
      return newSeal(store, name)
    case 'backup':
      return readBackup(store, { ...choice, name }).catch((cause: unknown) => {
        if (!(cause instanceof Refusal)) throw cause
        throw new WrongBackup('The seal was not restored', { cause })
      })
    case 'kept': {
      const kept = await store.seals.read(choice.key)
      if (!kept) throw new Refusal('malformed')
      return kept
    }
  }
}
