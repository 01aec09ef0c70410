import { treeOf, type Founding, type Me, type RoomTerms } from '@parley/group'
import {
  configFor,
  extensionsOf,
  getSuite,
  leafSignature,
  makeOwnLeaf,
  own,
} from '@parley/group/making'
import { verifyPass } from '@parley/seal'
import {
  createGroup,
  createGroupInfoWithExternalPub,
  defaultCryptoProvider,
  encodeMlsMessage,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  type CiphersuiteName,
} from 'ts-mls'
import type { Extension } from 'ts-mls/extension.js'

/** A group that somebody with a pass founds, with other extensions than the terms, or under another suite. */
export async function evilFounding(
  me: Me,
  terms: RoomTerms,
  {
    extensions = extensionsOf(terms),
    suite,
  }: { extensions?: Extension[]; suite?: CiphersuiteName },
): Promise<Founding> {
  const verified = await verifyPass(me.pass, terms.seals)
  if (!verified) throw new Error('Whoever founds believes their own pass')
  const groupId = crypto.getRandomValues(new Uint8Array(32))
  const { publicPackage, privatePackage } = await makeOwnLeaf(me, { terms, groupId, verified })
  const implementation = suite ? await suiteOf(suite) : await getSuite()
  const config = configFor({ isVerified: () => true })
  const state = await createGroup(
    groupId,
    publicPackage,
    privatePackage,
    extensions,
    implementation,
    config,
  )
  const groupInfo = await createGroupInfoWithExternalPub(state, [], implementation)
  return {
    kind: 'founding',
    epoch: 0,
    groupInfo: own(encodeMlsMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo })),
    tree: treeOf(state),
  }
}

async function suiteOf(name: CiphersuiteName) {
  const suite = await getCiphersuiteImpl(getCiphersuiteFromName(name), defaultCryptoProvider)
  return { ...suite, signature: leafSignature }
}
