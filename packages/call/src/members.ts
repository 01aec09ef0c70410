import type { LeafIndex, SeatId, SideId, TrackNumber } from '@parley/protocol'
import type { AgendaSaid } from './agendaSaid.ts'
import { quietMs, type Line } from './line.ts'
import type { Aim, Attested } from './microphoneWord.ts'

/** What a track carries. A role may publish some of them. */
export type TrackKind = 'microphone' | 'camera' | 'screen' | 'screen-sound'

/**
 * A track as its leaf announced it in signed words; the media server's name of it is a hint. Where it is attested,
 * its leaf signs for each frame of it: of a microphone, its openings say that.
 */
export type AnnouncedTrack = Attested & { number: TrackNumber; kind: TrackKind; name: string }

/** Documents beside those of this window: some of them newer, or none newer and some older. */
export type ListsHeard = 'same' | 'older' | 'newer'

/** What a leaf last said of itself, in words it signed. */
export type Heard = AgendaSaid & {
  atMs: number
  /** The interval it promised. */
  nextMs: number
  /** How its documents stood to this window's own, as both were then; undefined once one's own are others. */
  lists: ListsHeard | undefined
  tracks: readonly AnnouncedTrack[]
  hears: ReadonlySet<LeafIndex>
  sees: ReadonlySet<LeafIndex>
  /** Half of its round trip to the media server, where it knows. */
  lineMs?: number
  /** What its people listen to; undefined while that is the floor. */
  listens?: Channel
  /** Who else is in the room with it. */
  company?: readonly Companion[]
}

/** An interpretation one can listen to: of several sides, each has a booth of its own for a language. */
export type Channel = { side: SideId; language: string }

/** Somebody in the room with a leaf who has no seat. */
export type Companion = { name: string; office: string }

/** The bounds of an open microphone, and whom it is for: frames outside them are not played. */
export type OpenMicrophone = Attested & {
  track: TrackNumber
  from: number
  n: number
  sinceMs: number
  aim: Aim
  /** Grows with each opening that is heard in the room, whoever opens: all hear them in one order. */
  order: number
}

/** Nothing of it is played here: it is closed, or it whispers to somebody else. */
export type ClosedMicrophone = {
  closedAfter: number | undefined
  n: number
  whispersTo?: LeafIndex
}

/** A leaf of the room. Somebody is present only once heard; the tree alone shows nobody. */
export type Member = {
  leaf: LeafIndex
  seat: SeatId
  side: SideId
  /** Who this is at the media server: computed from the leaf key, claimed by nobody. */
  identity: string
  /** The code for which `admit` holds it, if it does. */
  heldFor: string | undefined
  sinceMs: number
  /** When it last had a new key, or one came in oneself; while one is alone none is due. */
  renewedAtMs: number
  heard: Heard | undefined
  /** When it last said that it hears one, and since when it has said that it does not. */
  heardYouAtMs: number | undefined
  missesYouSinceMs: number | undefined
  microphone: OpenMicrophone | ClosedMicrophone
  hasSaidLeave: boolean
  /** Since when each of its heartbeats has told of other lists, of the same kind. */
  apart: { lists: 'older' | 'newer'; sinceMs: number } | undefined
}

/** A leaf as the group tells of it. */
export type Seated = Pick<Member, 'leaf' | 'seat' | 'side' | 'identity' | 'heldFor'>

export type Members = ReadonlyMap<LeafIndex, Member>

export type MembersEvent =
  | {
      type: 'members-changed'
      members: readonly Seated[]
      /** Whose commit moved the epoch on. */
      renewed?: LeafIndex | undefined
      atMs: number
    }
  | { type: 'heartbeat-heard'; from: LeafIndex; heard: Heard }
  | ({
      type: 'opened-heard'
      from: LeafIndex
      track: TrackNumber
      first: number
      aim: Aim
      n: number
      atMs: number
      /** In a heartbeat: it may have been opened before one was there. */
      isRepeated?: true
    } & Attested)
  /** Without a last counter nothing of it may be played. */
  | { type: 'closed-heard'; from: LeafIndex; after: number | undefined; n: number }
  | { type: 'leave-heard'; from: LeafIndex }

/** Silent is shown after three of the promised intervals, at least this long. */
const SILENT_AT_LEAST_MS = 15_000

/** The people of the room. Words of a leaf that is not in the tree, or older than one heard, change nothing. */
export function stepMembers(
  members: Members,
  event: MembersEvent,
  you: LeafIndex | undefined,
): Members {
  if (event.type === 'members-changed') return reseat(members, event)
  const member = members.get(event.from)
  if (!member) return members
  const changed = hear(member, event, { you, order: nextOrder(members) })
  return changed === member ? members : new Map(members).set(event.from, changed)
}

/** After all that are open now. */
function nextOrder(members: Members): number {
  const orders = [...members.values()].map(({ microphone }) =>
    'order' in microphone ? microphone.order : 0,
  )
  return 1 + Math.max(0, ...orders)
}

/** What somebody announced that a track carries. */
export function kindIn(members: Members) {
  return (leaf: LeafIndex, track: TrackNumber): TrackKind | undefined =>
    members.get(leaf)?.heard?.tracks.find(({ number }) => number === track)?.kind
}

/** Nothing for three of its own promised intervals, counted from when it was seated if it never spoke. */
export function isSilent({ heard, sinceMs }: Member, now: { line: Line; nowMs: number }): boolean {
  const nextMs = heard?.nextMs ?? 5000
  return quietMs(heard?.atMs ?? sinceMs, now) > Math.max(3 * nextMs, SILENT_AT_LEAST_MS)
}

function reseat(
  members: Members,
  { members: seated, renewed, atMs }: MembersEvent & { type: 'members-changed' },
): Members {
  return new Map(
    seated.map((now) => {
      const before = members.get(now.leaf)
      const isSame = before?.identity === now.identity
      if (!isSame) return [now.leaf, newcomer(now, atMs)]
      const isRenewed = now.leaf === renewed || members.size < 2
      const renewedAtMs = isRenewed ? atMs : before.renewedAtMs
      return [now.leaf, { ...before, ...now, renewedAtMs }]
    }),
  )
}

function newcomer(seated: Seated, sinceMs: number): Member {
  return {
    ...seated,
    sinceMs,
    renewedAtMs: sinceMs,
    heard: undefined,
    heardYouAtMs: undefined,
    missesYouSinceMs: undefined,
    microphone: { closedAfter: undefined, n: -1 },
    hasSaidLeave: false,
    apart: undefined,
  }
}

function hear(
  member: Member,
  event: Exclude<MembersEvent, { type: 'members-changed' }>,
  { you, order }: { you: LeafIndex | undefined; order: number },
): Member {
  switch (event.type) {
    case 'heartbeat-heard':
      return {
        ...member,
        heard: event.heard,
        apart: apartOf(member.apart, event.heard),
        ...hearingYou(member, event.heard, you),
      }
    case 'opened-heard': {
      if (event.n <= member.microphone.n) return member
      const { track, first: from, aim, n, atMs: sinceMs, attested } = event
      if (aim.to !== undefined && aim.to !== you)
        return { ...member, microphone: { closedAfter: undefined, n, whispersTo: aim.to } }
      const open = { track, from, aim, n, sinceMs, order, ...(attested && { attested }) }
      return { ...member, microphone: open }
    }
    case 'closed-heard':
      if (event.n <= member.microphone.n) return member
      return { ...member, microphone: { closedAfter: event.after, n: event.n } }
    case 'leave-heard':
      return { ...member, hasSaidLeave: true }
  }
}

function apartOf(before: Member['apart'], { lists, atMs }: Heard): Member['apart'] {
  if (lists === undefined || lists === 'same') return undefined
  return before?.lists === lists ? before : { lists, sinceMs: atMs }
}

function hearingYou(
  { missesYouSinceMs }: Member,
  { hears, atMs }: Heard,
  you: LeafIndex | undefined,
): Partial<Member> {
  if (you === undefined) return {}
  return hears.has(you)
    ? { heardYouAtMs: atMs, missesYouSinceMs: undefined }
    : { missesYouSinceMs: missesYouSinceMs ?? atMs }
}
