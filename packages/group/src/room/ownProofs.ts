import { CompactJws } from '@parley/protocol'
import * as v from 'valibot'
import { leafNodeAt } from '../mls/publicGroup.ts'
import type { Room } from './room.ts'

/** What one's own leaf shows of itself: the pass of its seat, and the device's word that the leaf is its own. */
export function ownProofsOf({ state }: Room): { pass: CompactJws; leaf: CompactJws } {
  const node = leafNodeAt(state.ratchetTree, state.privatePath.leafIndex)
  if (node?.credential.credentialType !== 'basic') throw new Error('A room has its own leaf')
  const [pass, leaf] = new TextDecoder().decode(node.credential.identity).split('~')
  return { pass: v.parse(CompactJws, pass), leaf: v.parse(CompactJws, leaf) }
}
