import type { Clock, RemovedBecause } from '@parley/call'
import {
  applyLogged,
  commitRefresh,
  commitRemoval,
  epochOf,
  followJoin,
  makeMessage,
  openEnvelope,
  ownLeafKeyOf,
  ownLeafOf,
  rosterOf,
  sealEnvelope,
  type Committed,
  type EnvelopeTo,
  type Heard,
  type Joining,
  type Me,
  type Opened,
  type Room,
  type RoomTerms,
} from '@parley/group'
import type { LeafIndex, PublicKey, RoomId } from '@parley/protocol'
import type { Heads, Lists } from '@parley/seal'
import { ConnectionLost, type Connection, type Line, type Pushed } from '../connection.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import { eventsOfHeard } from './eventsOfHeard.ts'
import { joinOnce } from './joinOnce.ts'
import { mediaEpochOf, membersOf } from './membersOf.ts'
import type { RoomEvent, RoomSession, Word } from './roomSession.ts'
import { SaidWords } from './saidWords.ts'
import { Straying } from './straying.ts'
import { encodeWord } from './wordCodec.ts'

/** What a room in the log needs of its surroundings. */
export type LogRoomParts = {
  connection: Connection
  clock: Clock
  terms: RoomTerms
  envelopeKey: CryptoKey
  /** Made anew for each attempt: the proof and the time move on. */
  me: () => Me
  /** The documents as they are known now. */
  known: () => { lists: Lists; heads: Heads }
}

/** How long a joining commit may take to come back. Larger: a lost one is noticed later. Smaller: slow logs are given up. */
const COMMIT_BACK_MS = 5000
/** The pause before another attempt to enter, jittered. */
const AGAIN_MS = 200

/** A room over the server's log: one group, one queue, one place. */
export class LogRoom implements RoomSession {
  readonly room: RoomId
  readonly #parts: LogRoomParts
  readonly #envelope: EnvelopeTo
  readonly #queue = new SerialQueue()
  readonly #hearers = new Set<(event: RoomEvent) => void>()
  readonly #open = new DisposableStack()
  readonly #straying: Straying
  readonly #said = new SaidWords()
  #group: Room | undefined
  #joining: { joining: Joining; settle: (is: 'entered' | 'lost') => void } | undefined
  #after = Number.MAX_SAFE_INTEGER
  #standing = ''
  #isEntering = false
  /** Joining commits since somebody was last heard: each tries another group that verifies. */
  #unanswered = 0
  #isDisposed = false

  constructor(parts: LogRoomParts) {
    const { connection, terms, envelopeKey, clock } = parts
    this.room = terms.room
    this.#parts = parts
    this.#envelope = { key: envelopeKey, call: terms.call, room: terms.room }
    this.#straying = new Straying(clock)
    this.#open.use(connection.subscribe((message) => this.#hear(message)))
    this.#open.use(connection.onLine((line) => this.#hearLine(line)))
  }

  listen(hear: (event: RoomEvent) => void): Disposable {
    this.#hearers.add(hear)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** The leaf one sits on, with the key that signs for its media token; nothing outside the room. */
  get leaf(): { publicKey: PublicKey; key: CryptoKey } | undefined {
    if (!this.#group) return undefined
    return { publicKey: ownLeafOf(this.#group).leafKey, key: ownLeafKeyOf(this.#group) }
  }

  /** The group as it is now, for the call code; nothing outside the room. */
  get group(): Room | undefined {
    return this.#group
  }

  async join(): Promise<void> {
    if (this.#isEntering) return
    this.#isEntering = true
    try {
      while (!this.#isDisposed) {
        // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
        if (await this.#tryToEnter(Math.max(0, this.#unanswered - 1))) return
        // oxlint-disable-next-line no-await-in-loop -- likewise
        await this.#pause(AGAIN_MS * (0.5 + Math.random()))
      }
    } finally {
      this.#isEntering = false
    }
  }

  say(word: Word): Promise<void> {
    return this.#queue.run(async () => {
      const bytes = encodeWord(word, this.#parts.known().heads)
      const made = this.#group && (await makeMessage(this.#group, bytes))
      if (!made) throw new ConnectionLost('Nobody is in the room to hear it')
      this.#group = made.room
      const envelope = await sealEnvelope(this.#envelope, made.opened)
      this.#said.said(envelope, word)
      await this.#append(envelope, false)
    })
  }

  remove(leaves: readonly LeafIndex[], because: RemovedBecause): Promise<void> {
    const removals = new Map(leaves.map((leaf) => [leaf, because]))
    return this.#commit((room) => commitRemoval(room, removals))
  }

  refresh(): Promise<void> {
    return this.#commit(commitRefresh)
  }

  reconsider(): void {
    const by = this.#straying.overdue()
    if (by) this.#tell({ type: 'must-join-again', by })
    void this.#queue.run(() => this.#tellStanding()).catch(() => undefined)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isDisposed) return
    this.#isDisposed = true
    this.#open.dispose()
    this.#hearers.clear()
    await this.#queue[Symbol.asyncDispose]()
    this.#group = undefined
    const { connection } = this.#parts
    await connection.request({ type: 'leave-room', room: this.room }).catch(() => undefined)
  }

  async #tryToEnter(attempt: number): Promise<boolean> {
    const { connection, terms } = this.#parts
    this.#group = undefined
    this.#joining = undefined
    this.#straying.forget()
    this.#said.forget()
    const settled = Promise.withResolvers<'entered' | 'lost'>()
    try {
      const tried = await joinOnce({
        connection,
        terms,
        envelope: this.#envelope,
        me: this.#parts.me(),
        attempt,
        follow: async (after, joining) => {
          this.#joining = { joining, settle: settled.resolve }
          await this.#follow(after)
        },
      })
      if (tried.is === 'not-yet') return false
      if (tried.is === 'void') {
        this.#tell({ type: 'skipped', code: tried.code })
        return false
      }
      if (tried.is === 'founded') {
        await this.#queue.run(() => this.#enter(tried.room))
        await this.#follow(tried.after)
        return true
      }
      const timer = this.#parts.clock.after(COMMIT_BACK_MS, () => settled.resolve('lost'))
      // Until somebody is heard in the epoch it brings, the group it was made for may be a false one.
      this.#unanswered++
      const is = await settled.promise
      timer[Symbol.dispose]()
      return is === 'entered'
    } catch {
      return false
    }
  }

  async #follow(after: number): Promise<void> {
    this.#after = after
    await this.#parts.connection.request({ type: 'follow-room', room: this.room, after })
  }

  async #enter(room: Room): Promise<void> {
    this.#group = room
    this.#joining = undefined
    const own = ownLeafOf(room)
    const others = rosterOf(room).filter(({ leaf }) => leaf !== own.leaf)
    const isOwnSideThere = others.some(({ side }) => side === own.side)
    const mustHear = others.length === 0 ? 'nobody' : isOwnSideThere ? 'own-side' : 'anyone'
    const { leaf, leafKey } = own
    this.#tell({ type: 'entered', leaf, leafKey, epoch: epochOf(room), mustHear })
    await this.#tellEpoch('join')
  }

  async #tellEpoch(cause: 'join' | 'withdrawal' | 'other'): Promise<void> {
    if (!this.#group) return
    const members = await this.#members()
    this.#standing = JSON.stringify(members)
    const epoch = await mediaEpochOf(this.#group, { members, cause })
    this.#tell({ type: 'epoch', epoch, members })
  }

  async #tellStanding(): Promise<void> {
    if (!this.#group) return
    const members = await this.#members()
    const standing = JSON.stringify(members)
    if (standing === this.#standing) return
    this.#standing = standing
    this.#tell({ type: 'standing-changed', members })
  }

  async #members() {
    if (!this.#group) return []
    const { clock, known } = this.#parts
    return membersOf(this.#group, { lists: known().lists, nowMs: clock.nowMs() })
  }

  #hear(message: Pushed): void {
    if (message.type === 'founded' && message.room === this.room && this.#group)
      this.#tell({ type: 'must-join-again', by: 'group-over' })
    if (message.type !== 'logged' || message.room !== this.room) return
    const { number, envelope } = message
    void this.#queue
      .run(async () => {
        if (number <= this.#after) return
        this.#after = number
        const heard = await this.#read(await openEnvelope(this.#envelope, envelope))
        const again = this.#said.cameBack(envelope, heard)
        if (again) void this.say(again).catch(() => undefined)
      })
      .catch(() => undefined)
  }

  async #read(entry: Opened | undefined): Promise<Heard | undefined> {
    if (this.#group) return await this.#apply(this.#group, entry)
    if (!this.#joining || !entry) return undefined
    const { joining, settle } = this.#joining
    const followed = await followJoin(joining, entry)
    if (followed.state === 'entered') await this.#enter(followed.room)
    if (followed.state === 'lost') this.#unanswered = 0
    if (followed.state !== 'waiting') settle(followed.state)
    return undefined
  }

  async #apply(group: Room, entry: Opened | undefined): Promise<Heard> {
    const { room, heard } = await applyLogged(group, entry)
    this.#group = room
    this.#straying.heard(heard)
    const { events, cause } = eventsOfHeard(heard, this.#parts.known().heads)
    if (cause) await this.#tellEpoch(cause)
    for (const event of events) this.#tell(event)
    if (heard.type === 'message') this.#unanswered = 0
    return heard
  }

  #commit(make: (room: Room) => Promise<Committed | undefined>): Promise<void> {
    return this.#queue.run(async () => {
      const made = this.#group && (await make(this.#group))
      if (!made) return
      this.#group = made.room
      await this.#append(await sealEnvelope(this.#envelope, made.opened), true)
    })
  }

  async #append(envelope: string, commit: boolean): Promise<void> {
    const { connection } = this.#parts
    await connection.request({ type: 'append', room: this.room, envelope, commit })
  }

  #hearLine(line: Line): void {
    if (line.is === 'refused')
      this.#tell({ type: 'ended', by: line.code === 'withdrawn' ? 'withdrawn' : 'refused' })
    if (line.is === 'lost') this.#tell({ type: 'socket-lost' })
    if (line.is !== 'there') return
    this.#tell({ type: 'socket-back' })
    if (this.#group) void this.#follow(this.#after).catch(() => undefined)
  }

  async #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#parts.clock.after(ms, resolve)
    await promise
  }

  #tell(event: RoomEvent): void {
    for (const hear of this.#hearers) hear(event)
  }
}
