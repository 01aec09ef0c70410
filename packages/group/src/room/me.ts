import type { CompactJws } from '@parley/protocol'
import { signLeafStatement, verifyPass, type VerifiedPass } from '@parley/seal'
import {
  defaultLifetime,
  generateKeyPackageWithKey,
  type KeyPackage,
  type PrivateKeyPackage,
} from 'ts-mls'
import { identityOf, type Credential } from '../admission/credential.ts'
import { toText } from '../mls/bytes.ts'
import { generateLeafKey, rawLeafKey, type LeafKey } from '../mls/leafKey.ts'
import { CAPABILITIES, getSuite } from '../mls/suite.ts'
import type { RoomTerms } from '../mls/terms.ts'

/** Who wants to sit in a room. */
export type Me = {
  pass: CompactJws
  /** Signs the leaf statement; it stays where it is. */
  deviceKey: CryptoKey
  /** The agreed delegation that has this seat, one signature for each seal. */
  proof: readonly CompactJws[]
  /** Made before one enters, where the media server is to know it by then; else it is made now. */
  leafKey?: LeafKey | undefined
  nowMs: number
}

/** A fresh leaf of one's own, before it is in a tree. */
export type OwnLeaf = {
  credential: Credential
  publicPackage: KeyPackage
  privatePackage: PrivateKeyPackage
}

/** One's own pass, verified as everybody will; nothing if no seal of the plan signed it for this call. */
export async function ownPass({ pass }: Me, terms: RoomTerms): Promise<VerifiedPass | undefined> {
  const verified = await verifyPass(pass, terms.seals)
  return verified?.pass.call === terms.call ? verified : undefined
}

/** Makes a leaf key, has the device sign for it, and packs both as a leaf. */
export async function makeOwnLeaf(
  me: Me,
  { terms, groupId, verified }: { terms: RoomTerms; groupId: Uint8Array; verified: VerifiedPass },
): Promise<OwnLeaf> {
  const leafKey = me.leafKey ?? (await generateLeafKey())
  const statement = await signLeafStatement(me.deviceKey, {
    call: terms.call,
    room: terms.room,
    group: toText(groupId),
    leaf: leafKey.publicKey,
    pass: verified.hash,
    at: me.nowMs,
  })
  const packages = await generateKeyPackageWithKey(
    { credentialType: 'basic', identity: identityOf(me.pass, statement) },
    CAPABILITIES,
    defaultLifetime,
    [],
    { signKey: leafKey.handle, publicKey: rawLeafKey(leafKey.publicKey) },
    await getSuite(),
  )
  const { seat, side, device, version, listen, notBefore, expires, drives } = verified.pass
  const pass = { version, listen, notBeforeMs: notBefore, expiresMs: expires }
  return {
    credential: { seat, side, drives, device, leafKey: leafKey.publicKey, pass },
    ...packages,
  }
}
