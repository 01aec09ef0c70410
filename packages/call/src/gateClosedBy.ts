import type { PublicKey, RoomId, SeatId } from '@parley/protocol'

/** What an open microphone is open for. A reloaded page remembers none, so it starts closed. */
export type Ground = { leafKey: PublicKey; seat: SeatId; room: RoomId; inputDevice: string }

/** `lostForMs` is how long the line has been away, 0 while it is there. */
export type GateCheck = { openedFor: Ground; now: Ground; lostForMs: number }

/** What closed a gate that its holder had opened. Each has a sentence in the screens. */
export type ClosedBy =
  | 'reconnecting-shown'
  | 'new-leaf'
  | 'new-seat'
  | 'new-room'
  | 'new-input-device'
  | 'no-device'
  | 'device-lost'
  | 'private'
  | 'handed-over'
  | 'cough-lost'

/**
 * When a lost line is shown as a dialog. Larger: one speaks unheard for longer without knowing.
 * Smaller: every handover between two networks closes the microphone of a principal in mid-sentence.
 */
export const RECONNECTING_SHOWN_AFTER_MS = 3000

/**
 * While the same leaf lives and no reconnecting dialog was shown, the gate stays as set
 * (`undefined`). Nothing ever opens it but its holder. docs/protocol.md, "Frames".
 */
export function gateClosedBy({ openedFor, now, lostForMs }: GateCheck): ClosedBy | undefined {
  if (lostForMs >= RECONNECTING_SHOWN_AFTER_MS) return 'reconnecting-shown'
  if (now.seat !== openedFor.seat) return 'new-seat'
  if (now.room !== openedFor.room) return 'new-room'
  if (now.leafKey !== openedFor.leafKey) return 'new-leaf'
  if (now.inputDevice !== openedFor.inputDevice) return 'new-input-device'
  return undefined
}
