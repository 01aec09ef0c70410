import { Refusal } from '@parley/protocol'
import {
  openDocument,
  openGrant,
  openInvitation,
  payloadOf,
  PLAN_KIND,
  readClaim,
  sealDocument,
  sealGrant,
  sealHashOf,
  sealInvitation,
  sealTo,
  sealUnder,
  Secret,
  signJws,
  signSideKeys,
  utf8,
  verifyJws,
  verifyPass,
  verifySideKeys,
} from '@parley/seal'
import type { Target } from '../target.ts'
import { proposal } from './documents.ts'
import { call, fixedKey, fixedSeal, hash, json, secretText, side, text, timeMs } from './given.ts'

/** A JWS as it comes. */
export async function jws(): Promise<Target> {
  const seal = await fixedSeal()
  const { publicKey, signingKey } = seal
  const readers: ((said: string) => unknown)[] = [
    payloadOf,
    verifySideKeys,
    (said) => verifyJws(said, 'parley-document', publicKey),
    (said) => verifyPass(said, new Map([[side, publicKey]])),
    (said) => readClaim(said, { call, kind: PLAN_KIND, version: 1 }),
  ]
  return {
    seeds: [
      await signSideKeys(seal, { call, side, at: timeMs }),
      await signJws(signingKey, 'parley-pass', { side }),
    ].map(utf8),
    read: (input) => isReadByAny(readers, text(input)),
  }
}

/** A JWE as it comes: a document, a grant, an invitation. */
export async function jwe(): Promise<Target> {
  const [seal, key] = [await fixedSeal(), await fixedKey()]
  const sealHash = await sealHashOf(seal.publicKey)
  const granted = {
    seal: seal.publicKey,
    pass: undefined,
    callSecret: new Secret(new Uint8Array(32)),
    sideSecret: undefined,
    heads: {},
  }
  const readers: ((said: string) => unknown)[] = [
    (said) => openDocument(said, key),
    (said) => openGrant(said, { grantKey: key, privateKey: seal.agreementPrivateKey }),
    (said) => openInvitation(said, { key, sealHash }),
  ]
  return {
    seeds: [
      await sealDocument(await signSideKeys(seal, { call, side, at: 1 }), key),
      await sealGrant(granted, { grantKey: key, to: seal.agreement }),
      await sealInvitation(seal, {
        key,
        invitation: { call, at: 1, side, plan: proposal as never },
      }),
    ].map(utf8),
    read: (input) => isReadByAny(readers, text(input)),
  }
}

/** What a desk writes into a grant. */
export async function grant(): Promise<Target> {
  const [{ publicKey, agreement, agreementPrivateKey: privateKey }, grantKey] = [
    await fixedSeal(),
    await fixedKey(),
  ]
  const secrets = { callSecret: secretText, sideSecret: secretText }
  return {
    seeds: [
      { seal: publicKey, pass: null, callSecret: secretText, sideSecret: null, heads: {} },
      { seal: publicKey, pass: 'eyJh.eyJi.c2ln', ...secrets, heads: { plan: [1, hash] } },
    ].map(json),
    async read(input) {
      if (input.length === 0) return false
      const sealed = await sealUnder(grantKey, utf8(await sealTo(agreement, input)))
      const { callSecret } = await openGrant(sealed, { grantKey, privateKey })
      return callSecret.use(({ length }) => is32(length))
    },
  }
}

/** What the holder of an invitation’s link may have been sent by its desk. */
export async function invitation(): Promise<Target> {
  const [{ publicKey: seal, signingKey }, key] = [await fixedSeal(), await fixedKey()]
  const sealHash = await sealHashOf(seal)
  return {
    seeds: [json({ kind: 'invitation', call, at: 1, side, seal, plan: proposal })],
    async read(input) {
      if (input.length === 0) return false
      const signed = await signJws(signingKey, 'parley-document', input)
      await openInvitation(await sealUnder(key, utf8(signed)), { key, sealHash })
      return true
    },
  }
}

function is32(length: number): true {
  if (length !== 32) throw new Error(`A secret of ${length} bytes`)
  return true
}

async function isReadByAny(
  readers: readonly ((said: string) => unknown)[],
  said: string,
): Promise<boolean> {
  let isRead = false
  for (const read of readers) isRead = (await isReadBy(read, said)) || isRead
  return isRead
}

async function isReadBy(read: (said: string) => unknown, said: string): Promise<boolean> {
  try {
    return (await read(said)) !== undefined
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
