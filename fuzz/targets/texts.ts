import { importDesk, invitationUrl, readLink, seatLinkUrl, type HandedDesk } from '@parley/client'
import { restoreSeal, Secret, toText, utf8 } from '@parley/seal'
import { CompactEncrypt } from 'jose'
import { fragmentOf, readPage } from '../../apps/web/src/model/page.ts'
import type { Target } from '../target.ts'
import { proposal } from './documents.ts'
import { call, fixedSeal, hash, json, seat, secretText, side, text, timeMs } from './given.ts'

const PASSPHRASE = 'the passphrase of a backup'

/** Milliseconds: a backup asks for up to 600,000 rounds of PBKDF2, which is what a thief pays for each guess. */
const BACKUP_MS = 1500

/** The fragment of an address, and what somebody pastes for a link. */
export async function link(): Promise<Target> {
  const { publicKey: seal } = await fixedSeal()
  const from = { origin: '', seal }
  const secret = new Secret(new Uint8Array(32))
  const links = [
    await seatLinkUrl(from, { secret, seat, isForAide: false }),
    await seatLinkUrl(from, { secret, seat, isForAide: true }),
    await invitationUrl(from, secret),
  ].map((url) => url.slice(url.indexOf('#')))
  return {
    seeds: [...links, '#create=open', `#desk=${call}.${side}`, '#demo-desk=AAAA'].map(utf8),
    read(input) {
      const said = text(input)
      fragmentOf(said)
      const length = readLink(said)?.secret.use((bytes) => bytes.length) ?? 32
      if (length !== 32) throw new Error(`A secret of ${length} bytes`)
      return readPage(said).is !== 'bad-link'
    },
  }
}

/** A file that is opened as the backup of a seal. */
export async function backup(): Promise<Target> {
  return {
    allowedMs: BACKUP_MS,
    seeds: [utf8(await encrypted(await backupText()))],
    read: async (input) => Boolean(await restoreSeal(text(input), PASSPHRASE)),
  }
}

/** What is inside of such a file, where its passphrase is known to whoever made it. */
export async function backupInside(): Promise<Target> {
  return {
    seeds: [utf8(await backupText())],
    read: async (input) => Boolean(await restoreSeal(await encrypted(text(input)), PASSPHRASE)),
  }
}

/** A desk that a demonstration hands over. */
export async function handedDesk(): Promise<Target> {
  const desk: HandedDesk = {
    server: 'https://parley.example',
    call,
    side,
    backup: await encrypted(await backupText(), 'demonstration'),
    callSecret: secretText,
    sideSecret: secretText,
    proposal: proposal as never,
    pins: { [side]: { seal: hash as never, at: timeMs } },
    signed: { plan: hash as never },
  }
  return {
    allowedMs: BACKUP_MS,
    seeds: [utf8(toText(json(desk)))],
    read: async (input) => Boolean(await importDesk(text(input))),
  }
}

async function backupText(): Promise<string> {
  const seal = await fixedSeal()
  return JSON.stringify({
    parley: 'seal',
    publicKey: seal.publicKey,
    agreement: seal.agreement,
    signing: await pkcs8(seal.signingKey),
    agreeing: await pkcs8(seal.agreementPrivateKey),
  })
}

async function pkcs8(key: CryptoKey): Promise<string> {
  return toText(new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)))
}

/** As `exportBackup` does it, with two rounds instead of 600,000. */
function encrypted(said: string, passphrase = PASSPHRASE): Promise<string> {
  return new CompactEncrypt(utf8(said))
    .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: 2 })
    .encrypt(utf8(passphrase))
}
