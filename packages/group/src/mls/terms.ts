import type { CallId, Hash, PublicKey, RoomId, SideId } from '@parley/protocol'
import type { GroupContext } from 'ts-mls'
import { isSame } from './bytes.ts'
import { SUITE, TERMS_EXTENSION } from './suite.ts'

/** What never changes in a room: its call, the first agreed plan by its hash, and the seals that plan names. */
export type RoomTerms = {
  call: CallId
  room: RoomId
  root: Hash
  seals: ReadonlyMap<SideId, PublicKey>
}

/** The terms as the one extension of the group context. */
export function extensionsOf({ call, room, root }: RoomTerms): GroupContext['extensions'] {
  const text = JSON.stringify({ version: 1, call, room, root })
  return [{ extensionType: TERMS_EXTENSION, extensionData: new TextEncoder().encode(text) }]
}

/** Whether a group is one of these terms: the library checks neither suite nor version nor extensions. */
export function whyNotOfTerms(
  { version, cipherSuite, extensions }: GroupContext,
  terms: RoomTerms,
): 'wrong-suite' | 'wrong-context' | undefined {
  if (version !== 'mls10' || cipherSuite !== SUITE) return 'wrong-suite'
  const [expected] = extensionsOf(terms)
  const [found] = extensions
  const isRight =
    extensions.length === 1 &&
    found?.extensionType === TERMS_EXTENSION &&
    expected !== undefined &&
    isSame(found.extensionData, expected.extensionData)
  return isRight ? undefined : 'wrong-context'
}
