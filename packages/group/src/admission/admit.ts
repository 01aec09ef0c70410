import { seatRoomOf, type RoomId, type SeatId, type SideId } from '@parley/protocol'
import type { Lists } from '@parley/seal'

/**
 * Can never be right. `BytesCode` is answered while decoding and by `commitTable.ts`, before there is a leaf;
 * a seal and a device that did not sign by `credential.ts`; the rest by `admit`.
 */
export type VoidCode = BytesCode | 'unknown-seal' | 'leaf-not-signed' | AdmissionCode
type AdmissionCode = 'no-proof' | 'second-leaf'
type BytesCode =
  | 'malformed'
  | 'wrong-suite'
  | 'wrong-context'
  | 'not-allowed'
  | 'bad-signature'
  | 'bad-path'
  | 'index'

/** Depends on lists or clocks: the commit is applied, but no media and no words go out beside such a leaf. */
export type HeldCode = 'withdrawn' | 'old-pass' | 'early' | 'expired' | 'not-agreed' | 'not-cleared'

/** What `admit` says; the code reaches the screen. */
export type Answer =
  | { answer: 'admitted' }
  | { answer: 'void'; code: VoidCode }
  | { answer: 'held'; code: HeldCode }

/** A leaf as `admit` judges it: its signatures were good, or it would not be one. */
export type JudgedLeaf = {
  index: number
  seat: SeatId
  side: SideId
  /** Of an aide's console: the seat whose display it drives. */
  drives: SeatId | undefined
  pass: { version: number; notBeforeMs: number; expiresMs: number }
  /** Only a joining leaf has these: the rooms its proof clears its seat for, and the pass version it replaces. */
  joining:
    | { provenFor: readonly RoomId[] | undefined; replacesPassVersion: number | undefined }
    | undefined
}

/** What every honest client knows alike: the group as the commit leaves it. */
export type JudgedGroup = {
  room: RoomId
  leaves: readonly { index: number; seat: SeatId }[]
}

/** How far two honest clocks may differ. Larger: an expired pass lasts longer. Smaller: slow clocks lock people out. */
const CLOCK_TOLERANCE_MS = 2 * 60_000

/** Who may be in: asked for every leaf, on joining, after every commit and with every new document. */
export function admit(
  leaf: JudgedLeaf,
  group: JudgedGroup,
  known: { lists: Lists; nowMs: number },
): Answer {
  const voidCode = whyVoid(leaf, group)
  if (voidCode) return { answer: 'void', code: voidCode }
  const heldCode = whyHeld(leaf, group.room, known)
  return heldCode ? { answer: 'held', code: heldCode } : { answer: 'admitted' }
}

/** Sees no list and no clock, so that all honest clients skip the same commits. */
export function whyVoid(
  leaf: JudgedLeaf,
  { room, leaves }: JudgedGroup,
): AdmissionCode | undefined {
  if (!isPlaceOf(leaf, room)) return 'no-proof'
  if (leaf.joining && !leaf.joining.provenFor?.includes(room)) return 'no-proof'
  if (leaf.pass.version < (leaf.joining?.replacesPassVersion ?? 0)) return 'second-leaf'
  const isTaken = leaves.some(({ seat, index }) => seat === leaf.seat && index !== leaf.index)
  return isTaken ? 'second-leaf' : undefined
}

/** A seat's own room is for its devices alone, and an aide's console is in no other. */
function isPlaceOf({ seat, drives }: JudgedLeaf, room: RoomId): boolean {
  const own = seatRoomOf(drives ?? seat)
  return room === own || (drives === undefined && !room.startsWith('seat/'))
}

function whyHeld(
  { seat, side, drives, pass }: JudgedLeaf,
  room: RoomId,
  { lists, nowMs }: { lists: Lists; nowMs: number },
): HeldCode | undefined {
  const agreed = lists.seats.get(drives ?? seat)
  const names = (w: Lists['withdrawn'][number]) => w.seat === seat && w.passVersion >= pass.version
  if (lists.withdrawn.some(names)) return 'withdrawn'
  if (pass.version < (lists.passVersions.get(seat) ?? 0)) return 'old-pass'
  if (nowMs < pass.notBeforeMs - CLOCK_TOLERANCE_MS) return 'early'
  if (nowMs > pass.expiresMs + CLOCK_TOLERANCE_MS) return 'expired'
  if (agreed?.side !== side) return 'not-agreed'
  const isCleared = agreed.rooms.includes(room) || room === seatRoomOf(drives ?? seat)
  return isCleared ? undefined : 'not-cleared'
}
