export * from './envelope/envelope.ts'
export * from './envelope/waitingNote.ts'
export * from './admission/admit.ts'
export * from './admission/commitTable.ts'
export { RemovalReason } from './admission/commitNote.ts'
export type { RoomTerms } from './mls/terms.ts'
export type { Me } from './room/me.ts'
export { generateLeafKey, type LeafKey } from './mls/leafKey.ts'
export type { SeatedLeaf, SeatedLeaves } from './room/seated.ts'
export type { Heard } from './room/heard.ts'
export * from './room/found.ts'
export * from './room/prepareJoin.ts'
export { treeOf } from './room/loggedState.ts'
export { readHistory } from './room/readHistory.ts'
export * from './room/followJoin.ts'
export * from './room/applyLogged.ts'
export * from './room/commit.ts'
export { makeMessage } from './room/message.ts'
export { makePresence } from './room/presence.ts'
export { ownProofsOf } from './room/ownProofs.ts'
export { readWord, writeWord, type HeartbeatWord, type Word } from './words/word.ts'
export { admitAll } from './room/admitAll.ts'
export {
  authenticatorOf,
  baseKeyOf,
  callCodeOf,
  epochOf,
  groupOf,
  isAlone,
  ownLeafKeyOf,
  ownLeafOf,
  rosterOf,
  type Room,
} from './room/room.ts'
