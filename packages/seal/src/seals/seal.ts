import type { AgreementKey, PublicKey } from '@parley/protocol'
import { exportAgreementKey, exportPublicKey } from '../publicKey.ts'

/** A side's seal: what signs, and what a grant to its desk is sealed to. */
export type Seal = {
  readonly publicKey: PublicKey
  readonly agreement: AgreementKey
  readonly signingKey: CryptoKey
  readonly agreementPrivateKey: CryptoKey
}

/** Extractable until its backup was saved and read back: only then does `restoreSeal` give the one to keep. */
export async function makeSeal(): Promise<Seal> {
  return makeKeys(true)
}

/** The keys of a device, likewise, never extractable: they do not leave it. */
export async function makeDeviceKeys(): Promise<Seal> {
  return makeKeys(false)
}

async function makeKeys(extractable: boolean): Promise<Seal> {
  const [signing, agreeing] = await Promise.all([
    crypto.subtle.generateKey('Ed25519', extractable, ['sign']),
    crypto.subtle.generateKey('X25519', extractable, ['deriveBits']),
  ])
  if (!('privateKey' in signing && 'privateKey' in agreeing)) throw new Error('Both make pairs')
  return {
    publicKey: await exportPublicKey(signing.publicKey),
    agreement: await exportAgreementKey(agreeing.publicKey),
    signingKey: signing.privateKey,
    agreementPrivateKey: agreeing.privateKey,
  }
}
