import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Call } from './callState.ts'
import { addIncidents } from './incidents.ts'
import { kindIn, type Member, type TrackKind } from './members.ts'

/**
 * What is to be thought of what is played as somebody's: no signed word of its device has confirmed it in time, or
 * what was signed shows that it is of another device.
 */
export type Doubt = 'unconfirmed' | 'foreign'

/** What it is that is in doubt: a voice or other sound, a camera’s picture, a shared screen’s. */
export type DoubtOf = 'sound' | 'picture' | 'screen'

/** What of somebody is in doubt, and since when. */
export type DoubtsOf = {
  readonly [of in DoubtOf]?: { is: Doubt; sinceMs: number } | undefined
}

/** Told as it begins, and once a second while it lasts. */
export type DoubtEvent = {
  type: 'doubted'
  leaf: LeafIndex
  track: TrackNumber
  is: Doubt
  atMs: number
}

/** By leaf and what it is of, with when it was told first and last. */
export type Doubts = ReadonlyMap<
  `${LeafIndex}/${DoubtOf}`,
  { is: Doubt; sinceMs: number; atMs: number }
>

/** What is not told for so long is over. Larger: it is shown for longer than it lasts. Smaller: it flickers. */
const OVER_AFTER_MS = 2500

const OF: Readonly<Record<TrackKind, DoubtOf>> = {
  microphone: 'sound',
  'screen-sound': 'sound',
  camera: 'picture',
  screen: 'screen',
}

/** That something is of another device stays told until it is noted. */
export function takeDoubt(call: Call, { leaf, track, is, atMs }: DoubtEvent): Call {
  const member = call.members.get(leaf)
  const kind = kindIn(call.members)(leaf, track)
  if (!member || !kind) return call
  const of = OF[kind]
  const known = doubtsOf(member, { doubts: call.doubts, nowMs: atMs })[of]
  const sinceMs = known?.is === is ? known.sinceMs : atMs
  const doubts = new Map(call.doubts).set(`${leaf}/${of}`, { is, sinceMs, atMs })
  if (is === 'unconfirmed') return { ...call, doubts }
  const troubles = [{ type: 'foreign', seat: member.seat, of }] as const
  return { ...call, doubts, incidents: addIncidents(call.incidents, { troubles, atMs }) }
}

/** What is to be thought of somebody's sound, picture and screen now, and since when. */
export function doubtsOf(
  { leaf, sinceMs }: Member,
  { doubts, nowMs }: { doubts: Doubts; nowMs: number },
): DoubtsOf {
  const now = (of: DoubtOf) => {
    const doubt = doubts.get(`${leaf}/${of}`)
    const isNow = doubt && doubt.atMs >= sinceMs && nowMs - doubt.atMs <= OVER_AFTER_MS
    return isNow ? { [of]: doubt } : {}
  }
  return { ...now('sound'), ...now('picture'), ...now('screen') }
}
