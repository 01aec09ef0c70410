import type { Bytes, LeafIndex } from '@parley/protocol'
import type { VoidCode } from '../admission/admit.ts'
import type { RemovalReason } from '../admission/commitNote.ts'
import type { CommitKind } from '../admission/commitTable.ts'
import type { SeatedLeaf } from './seated.ts'

/** What an entry of the log comes to. */
export type Heard =
  /** The first valid commit of the epoch was applied. */
  | {
      type: 'advanced'
      epoch: number
      kind: CommitKind
      isOwn: boolean
      committer: LeafIndex
      joined: SeatedLeaf | undefined
      removed: readonly { leaf: LeafIndex; because: RemovalReason }[]
      /** Whether it brought a GroupInfo one can join with; if not, a refresh by somebody else brings one. */
      isJoinable: boolean
    }
  /** A commit of this epoch that can never be right, or whose path does not open here; whose it is, if it is signed. */
  | { type: 'skipped'; code: VoidCode; by: LeafIndex | undefined }
  /** A message, from the leaf whose key opened it. */
  | { type: 'message'; from: LeafIndex; bytes: Bytes }
  | {
      type: 'ignored'
      why: 'noise' | 'old-epoch' | 'own' | 'replayed' | 'founding' | 'presence' | 'entry' | 'over'
    }
  /** Another group was founded in the room, by whoever may. */
  | { type: 'another-group' }
  /** One's own leaf was taken out. */
  | { type: 'removed'; because: RemovalReason; by: LeafIndex }
  /** One's own leaf was replaced: the seat is open in another place. */
  | { type: 'replaced' }
  /** Of an epoch one cannot reach; for 1 s of these one joins anew. */
  | { type: 'behind'; epoch: number }
  /** Of this epoch by its number, but of another branch: it does not open. */
  | { type: 'forked' }

/** An entry that changes nothing. */
export function ignored(why: Extract<Heard, { type: 'ignored' }>['why']): Heard {
  return { type: 'ignored', why }
}
