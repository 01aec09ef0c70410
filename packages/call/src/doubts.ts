import type { LeafIndex } from '@parley/protocol'
import type { Call } from './callState.ts'
import { addIncidents } from './incidents.ts'
import type { Member } from './members.ts'

/**
 * What is to be thought of the sound that is played as somebody's: no signed word of its device has confirmed it in
 * time, or what was signed shows that it is of another device.
 */
export type Doubt = 'unconfirmed' | 'foreign'

/** Told as it begins, and once a second while it lasts. */
export type DoubtEvent = { type: 'sound-doubted'; leaf: LeafIndex; is: Doubt; atMs: number }

/** By leaf, with when it was told first and last. */
export type Doubts = ReadonlyMap<LeafIndex, { is: Doubt; sinceMs: number; atMs: number }>

/** What is not told for so long is over. Larger: it is shown for longer than it lasts. Smaller: it flickers. */
const OVER_AFTER_MS = 2500

/** That sound is of another device stays told until it is noted. */
export function takeDoubt(call: Call, { leaf, is, atMs }: DoubtEvent): Call {
  const member = call.members.get(leaf)
  if (!member) return call
  const known = doubtOf(member, { doubts: call.doubts, nowMs: atMs })
  const sinceMs = known?.is === is ? known.sinceMs : atMs
  const doubts = new Map(call.doubts).set(leaf, { is, sinceMs, atMs })
  if (is === 'unconfirmed') return { ...call, doubts }
  const troubles = [{ type: 'foreign-sound', seat: member.seat }] as const
  return { ...call, doubts, incidents: addIncidents(call.incidents, { troubles, atMs }) }
}

/** What is to be thought of somebody's sound now, and since when. */
export function doubtOf(
  { leaf, sinceMs }: Member,
  { doubts, nowMs }: { doubts: Doubts; nowMs: number },
): { is: Doubt; sinceMs: number } | undefined {
  const doubt = doubts.get(leaf)
  const isNow = doubt && doubt.atMs >= sinceMs && nowMs - doubt.atMs <= OVER_AFTER_MS
  return isNow ? doubt : undefined
}
