import { LIMITS, Refusal, type CallId, type RoomId } from '@parley/protocol'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { PerMinute } from '../perMinute.ts'
import type { Bus } from '../sockets/bus.ts'
import {
  asMember,
  type Desk,
  type Device,
  type Handlers,
  type Session,
} from '../sockets/session.ts'
import type { Feeds } from './feeds.ts'
import { isInRoom } from './isInRoom.ts'
import { dropPoster, isPosterThere } from './posters.store.ts'
import {
  append,
  entriesAfter,
  found,
  keptAfter,
  newestCommits,
  roomOf,
  type Entry,
} from './rooms.store.ts'
import type { Turns } from './turns.ts'

/** How long a server that says nothing still counts as running. Larger: after a crash nobody founds for longer. Smaller: a busy server loses its posters. */
export const INSTANCE_LIVES_MS = 15_000

/** The log of a room in words: unique among all calls. */
export function logName(call: CallId, room: RoomId): string {
  return `${call}/${room}`
}

type Rooms = Pick<
  Handlers,
  | 'found'
  | 'append'
  | 'read-commits'
  | 'read-kept'
  | 'follow-room'
  | 'leave-room'
  | 'ask-turn'
  | 'end-turn'
  | 'join'
>

/** One log a room: the server numbers envelopes, stores and forwards them. It chooses nothing. */
export function roomHandlers({
  db,
  bus,
  feeds,
  turns,
  clock,
  instance,
}: {
  db: Database
  bus: Bus
  feeds: Feeds<Entry>
  turns: Turns
  clock: Clock
  instance: string
}): Rooms {
  const commits = new PerMinute(clock, LIMITS.commitsPerMinute)
  const characters = new PerMinute(clock, LIMITS.commitCharactersPerMinute)
  const joins = new PerMinute(clock, LIMITS.joinsPerMinute)
  const kept = new PerMinute(clock, LIMITS.keptPerMinute)
  const ownFoundings = new WeakMap<Session, Set<string>>()
  const posterOf = (session: Session, call: CallId, room: RoomId) => ({
    call,
    room,
    socket: session.id,
    instance,
  })

  const isAnybodyThere = (session: Session, room: RoomId) => {
    const { call } = inRoom(session, room)
    const seenAfter = clock.nowMs() - INSTANCE_LIVES_MS
    return isPosterThere(db, { ...posterOf(session, call, room), seenAfter })
  }

  const appendIn = async (
    session: Session,
    {
      room,
      envelope,
      commit,
      keep = false,
    }: { room: RoomId; envelope: string; commit: boolean; keep?: boolean | undefined },
  ) => {
    const { call, side, key } = inRoom(session, room)
    const name = logName(call, room)
    if (commit) {
      const isJoin = turns.has({ room: name, socket: session.id })
      turns.end({ room: name, socket: session.id })
      if (!isJoin && !commits.allow(`${logName(call, room)}/${key}`)) throw new Refusal('too-many')
      if (!characters.allow(`${logName(call, room)}/${key}`, envelope.length))
        throw new Refusal('too-many')
    }
    if (keep) {
      if (commit) throw new Refusal('malformed')
      if (envelope.length > LIMITS.keptCharacters) throw new Refusal('too-large')
      if (!kept.allow(`${name}/${key}`)) throw new Refusal('too-many')
    }
    const poster = posterOf(session, call, room)
    const kind = commit ? 'commit' : keep ? 'kept' : 'word'
    const author = { side, author: key }
    const entry = await append(db, { poster, author, kind, envelope, at: clock.nowMs() })
    void feeds.wake(name, entry)
    bus.tell({ is: 'entry', call, room })
    return { number: entry.number }
  }

  return {
    async found(session, { room, envelope }) {
      const { call, side, key } = inRoom(session, room)
      if (!commits.allow(`${logName(call, room)}/${key}`)) throw new Refusal('too-many')
      if (!characters.allow(`${logName(call, room)}/${key}`, envelope.length))
        throw new Refusal('too-many')
      const at = clock.nowMs()
      const seenAfter = at - INSTANCE_LIVES_MS
      const poster = posterOf(session, call, room)
      const author = { side, author: key }
      const entry = await found(db, { poster, author, envelope, at, seenAfter })
      const own = ownFoundings.get(session) ?? new Set()
      ownFoundings.set(session, own.add(`${room}/${entry.number}`))
      void feeds.wake(logName(call, room), entry)
      bus.tell({ is: 'entry', call, room })
      return { number: entry.number }
    },

    append: appendIn,

    async 'read-commits'(session, { room, count, before }) {
      const { call } = inRoom(session, room)
      const row = await roomOf(db, { call, room })
      if (!row) throw new Refusal('no-group')
      const since = row.founded_at
      const entries = await newestCommits(db, { call, room, since, before, count })
      return {
        entries: entries.map(({ number, envelope }) => ({ number, envelope })),
        last: row.last,
      }
    },

    async 'read-kept'(session, { room, after }) {
      const { call } = inRoom(session, room)
      const entries = await keptAfter(db, { call, room, after })
      return { entries: entries.map(({ number, envelope }) => ({ number, envelope })) }
    },

    async 'follow-room'(session, { room, after }) {
      const { call } = inRoom(session, room)
      const feed = feeds.open(logName(call, room), {
        last: async () => (await roomOf(db, { call, room }))?.last ?? 0,
        after: (number) => entriesAfter(db, { call, room, after: number }),
      })
      const send = ({ number, kind, envelope }: Entry) => {
        const isOwn = ownFoundings.get(session)?.has(`${room}/${number}`)
        if (kind === 'founding' && !isOwn) session.push({ type: 'founded', room, number })
        session.push({ type: 'logged', room, number, envelope })
      }
      const { id, gone } = session
      const reader = { id, after, send, backlog: () => session.backlog(), gone }
      return { last: await feed.follow(reader) }
    },

    async 'leave-room'(session, { room }) {
      const { call } = inRoom(session, room)
      feeds.unfollow(logName(call, room), session.id)
      turns.end({ room: logName(call, room), socket: session.id })
      await dropPoster(db, { socket: session.id, room })
      return {}
    },

    async 'ask-turn'(session, { room }) {
      const { call, key } = inRoom(session, room)
      const place = { room: logName(call, room), socket: session.id }
      if (turns.isWaiting(place)) throw new Refusal('not-permitted')
      if (!joins.allow(`${logName(call, room)}/${key}`)) throw new Refusal('too-many')
      await turns.ask(place)
      return { isAnybodyThere: await isAnybodyThere(session, room) }
    },

    async 'end-turn'(session, { room }) {
      const { call } = inRoom(session, room)
      turns.end({ room: logName(call, room), socket: session.id })
      return {}
    },

    async join(session, { room, envelope }) {
      const { call, key } = inRoom(session, room)
      const place = { room: logName(call, room), socket: session.id }
      if (turns.isTaken(place.room)) throw new Refusal('not-permitted')
      // Nobody has one: it comes at once.
      await turns.ask(place)
      try {
        if (!(await isAnybodyThere(session, room))) throw new Refusal('no-group')
        if (!joins.allow(`${logName(call, room)}/${key}`)) throw new Refusal('too-many')
        return await appendIn(session, { room, envelope, commit: true })
      } finally {
        turns.end(place)
      }
    },
  }
}

function inRoom(session: Session, room: RoomId): Desk | Device {
  const who = asMember(session)
  if (!isInRoom(who, room)) throw new Refusal('not-permitted')
  return who
}
