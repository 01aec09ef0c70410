import { CompactEncrypt, compactDecrypt } from 'jose'
import * as v from 'valibot'
import { AgreementKey, CompactJwe, PublicKey, Refusal, type Bytes } from '@parley/protocol'
import { fromText, toText, utf8 } from '../bytes.ts'
import { readPayload } from '../documents/read.ts'
import { signJws, verifyJws } from '../jws.ts'
import { openWith, sealTo } from '../keys/jwe.ts'
import type { Seal } from './seal.ts'

const ALGORITHM = 'PBES2-HS512+A256KW'

/** Rounds of PBKDF2. More: opening a backup takes longer than 0.35 s. Fewer: a stolen file is guessed sooner. */
const ROUNDS = 600_000

const Backup = v.strictObject({
  parley: v.literal('seal'),
  publicKey: PublicKey,
  agreement: AgreementKey,
  signing: v.string(),
  agreeing: v.string(),
})

/** The file to keep: the seal, under a passphrase. Rejects if the seal is no longer extractable. */
export async function exportBackup(seal: Seal, passphrase: string): Promise<CompactJwe> {
  const backup = {
    parley: 'seal',
    publicKey: seal.publicKey,
    agreement: seal.agreement,
    signing: await exportPrivate(seal.signingKey),
    agreeing: await exportPrivate(seal.agreementPrivateKey),
  } satisfies v.InferInput<typeof Backup>
  const file = await new CompactEncrypt(utf8(JSON.stringify(backup)))
    .setProtectedHeader({ alg: ALGORITHM, enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: ROUNDS })
    .encrypt(utf8(passphrase.normalize('NFC')))
  return v.parse(CompactJwe, file)
}

/**
 * The seal of a backup file, not extractable, after trying that both private keys belong to the
 * public ones. Refuses with `malformed`, as for a wrong passphrase.
 */
export async function restoreSeal(file: string, passphrase: string): Promise<Seal> {
  const backup = readPayload(Backup, await open(file.trim(), passphrase))
  try {
    const seal: Seal = {
      publicKey: backup.publicKey,
      agreement: backup.agreement,
      signingKey: await importPrivate(backup.signing, 'Ed25519', 'sign'),
      agreementPrivateKey: await importPrivate(backup.agreeing, 'X25519', 'deriveBits'),
    }
    await verifyJws(
      await signJws(seal.signingKey, 'parley-desk', {}),
      'parley-desk',
      seal.publicKey,
    )
    await openWith(seal.agreementPrivateKey, await sealTo(seal.agreement, utf8('parley')))
    return seal
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}

async function open(file: string, passphrase: string): Promise<Bytes> {
  try {
    const { plaintext } = await compactDecrypt(file, utf8(passphrase.normalize('NFC')), {
      keyManagementAlgorithms: [ALGORITHM],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxPBES2Count: ROUNDS,
    })
    return new Uint8Array(plaintext)
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}

async function exportPrivate(key: CryptoKey): Promise<string> {
  return toText(new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)))
}

function importPrivate(text: string, algorithm: string, usage: KeyUsage): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', fromText(text), algorithm, false, [usage])
}
