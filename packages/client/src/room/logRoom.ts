import type { Clock, MicrophoneWord, RemovedBecause } from '@parley/call'
import {
  admitAll,
  applyLogged,
  commitRefresh,
  commitRemoval,
  openEnvelope,
  ownLeafKeyOf,
  ownLeafOf,
  rosterOf,
  sealEnvelope,
  type Committed,
  type EnvelopeTo,
  type Heard,
  type Me,
  type Opened,
  type Room,
  type RoomTerms,
} from '@parley/group'
import type { LeafIndex, PublicKey, RoomId } from '@parley/protocol'
import type { Heads, Lists } from '@parley/seal'
import type { Connection, Line, Pushed } from '../connection.ts'
import { SerialQueue } from '../tools/serialQueue.ts'
import { Entering } from './entering.ts'
import { eventsOfHeard } from './eventsOfHeard.ts'
import { OwnRefresh } from './ownRefresh.ts'
import { Reading } from './reading.ts'
import { RoomNews } from './roomNews.ts'
import type { RoomEvent, RoomSession, Word } from './roomSession.ts'
import { Speaking } from './speaking.ts'
import { Straying } from './straying.ts'

type LoggedEntry = Extract<Pushed, { type: 'logged' }>

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

/** A room over the server's log: one group, one queue, one place. */
export class LogRoom implements RoomSession {
  readonly room: RoomId
  readonly #parts: LogRoomParts
  readonly #envelope: EnvelopeTo
  readonly #queue = new SerialQueue()
  readonly #open = new DisposableStack()
  readonly #entering: Entering
  readonly #news: RoomNews
  readonly #straying: Straying
  readonly #speaking: Speaking
  readonly #ownRefresh: OwnRefresh
  readonly #reading = new Reading<LoggedEntry>((entry) => this.#take(entry))
  #group: Room | undefined
  #after = Number.MAX_SAFE_INTEGER
  /** Where the server says that another group was founded. Neither its word nor the log alone counts: anybody of the call can write a founding, and to judge one takes the work of a whole tree. */
  #foundingAt: number | undefined
  #isLineThere = false
  #isReconsidering = false
  #isDisposed = false

  constructor(parts: LogRoomParts) {
    const { connection, terms, envelopeKey, clock, me, known } = parts
    this.room = terms.room
    this.#parts = parts
    this.#envelope = { key: envelopeKey, call: terms.call, room: terms.room }
    this.#straying = new Straying(clock)
    this.#ownRefresh = new OwnRefresh(clock, () => this.#commit(commitRefresh))
    this.#news = this.#open.use(new RoomNews({ clock, lists: () => known().lists }))
    this.#entering = new Entering(
      { connection, clock, terms, envelope: this.#envelope, me },
      {
        leave: () => this.#leavePlace(),
        follow: (after) => this.#follow(after),
        found: (room, at) => this.#found(room, at),
        expect: (room) => this.#news.tellExpected(room),
        enter: (room) => this.#enter(room),
        tellVoid: (code) => this.#news.tell({ type: 'not-entered', code }),
      },
    )
    this.#open.use(this.#entering)
    this.#speaking = new Speaking(
      { clock, known, envelope: this.#envelope, queue: this.#queue },
      {
        group: () => this.#group,
        put: (room) => (this.#group = room),
        append: (envelope) => this.#append(envelope, false),
      },
    )
    this.#open.use(connection.subscribe((message) => this.#hear(message)))
    this.#open.use(connection.onLine((line) => this.#hearLine(line)))
  }

  listen(hear: (event: RoomEvent) => void): Disposable {
    return this.#news.listen(hear)
  }

  /** The leaf one sits on, or that will enter, with the key that signs for its media token. */
  get leaf(): { publicKey: PublicKey; key: CryptoKey } | undefined {
    const coming = this.#entering.leafKey
    if (!this.#group) return coming && { publicKey: coming.publicKey, key: coming.sign }
    return { publicKey: ownLeafOf(this.#group).leafKey, key: ownLeafKeyOf(this.#group) }
  }

  /** The group as it is now, for the call code; nothing outside the room. */
  get group(): Room | undefined {
    return this.#group
  }

  prepare(): Promise<PublicKey> {
    return this.#entering.prepare()
  }

  /** One's own documents moved on: what was prepared is made anew. */
  renew(): void {
    this.#entering.renew()
  }

  join(): Promise<void> {
    return this.#entering.untilIn(() => this.#isDisposed)
  }

  say(word: Word): Promise<void> {
    return this.#speaking.say(word)
  }

  farewell(): void {
    this.#speaking.farewell()
  }

  remove(leaves: readonly LeafIndex[], because: RemovedBecause): Promise<void> {
    const removals = new Map(leaves.map((leaf) => [leaf, because]))
    return this.#commit((room) => commitRemoval(room, removals))
  }

  refresh(): Promise<void> {
    return this.#ownRefresh.make()
  }

  reconsider(): void {
    const overdue = this.#straying.overdue()
    if (overdue?.do === 'join-again') this.#news.tell({ type: 'must-join-again', by: overdue.by })
    if (overdue?.do === 'say-unsettled') this.#news.tell({ type: 'unsettled', by: overdue.by })
    if (this.#isReconsidering) return
    this.#isReconsidering = true
    void this.#queue
      .run(async () => {
        this.#isReconsidering = false
        if (this.#group) await this.#news.tellStanding(this.#group)
      })
      .catch(() => undefined)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isDisposed) return
    this.#isDisposed = true
    this.#open.dispose()
    await this.#queue[Symbol.asyncDispose]()
    this.#speaking.forget()
    this.#group = undefined
    const { connection } = this.#parts
    await connection.request({ type: 'leave-room', room: this.room }).catch(() => undefined)
  }

  /** In the queue: whatever is being applied is applied to the old place, and not put in place of the new one. */
  #leavePlace(): Promise<void> {
    return this.#queue.run(async () => {
      this.#group = undefined
      this.#ownRefresh.forget()
      this.#straying.forget()
      this.#speaking.forget()
    })
  }

  async #follow(after: number): Promise<void> {
    const { connection } = this.#parts
    this.#after = after
    await this.#reading.from(after, () =>
      connection.request({ type: 'follow-room', room: this.room, after }),
    )
  }

  async #found(room: Room, at: number): Promise<void> {
    // What comes after the founding waits in the queue until one is in.
    await this.#queue.run(async () => {
      await this.#follow(at)
      await this.#enter(room)
    })
  }

  async #enter(room: Room): Promise<void> {
    this.#group = room
    this.#speaking.enteredEpoch()
    await this.#news.tellEntered(room)
  }

  #hear(message: Pushed): void {
    if (message.type === 'founded' && message.room === this.room) this.#foundingAt = message.number
    if (message.type !== 'logged' || message.room !== this.room) return
    this.#reading.hear(message)
  }

  #take({ number, envelope }: LoggedEntry): void {
    void this.#queue
      .run(async () => {
        if (number <= this.#after) return
        this.#after = number
        const entry = await openEnvelope(this.#envelope, envelope)
        if (entry?.kind === 'entry')
          return this.#news.tell({ type: 'entry', statement: entry.statement })
        if (this.#group && entry?.kind === 'founding' && number !== this.#foundingAt) return
        const heard = await this.#read(entry)
        if (heard?.type === 'another-group') this.#straying.heardFounding()
        const own = this.#speaking.cameBack(envelope, heard)
        const microphone = own && microphoneIn(own)
        if (microphone) this.#news.tell({ type: 'own-microphone-heard', n: microphone.n })
      })
      .catch(() => undefined)
  }

  async #read(entry: Opened | undefined): Promise<Heard | undefined> {
    if (this.#group) return await this.#apply(this.#group, entry)
    if (entry) await this.#entering.hear(entry)
    return undefined
  }

  async #apply(group: Room, entry: Opened | undefined): Promise<Heard> {
    const { room, heard } = await applyLogged(group, entry)
    this.#group = room
    this.#straying.heard(heard)
    const { lists, heads } = this.#parts.known()
    const nowMs = this.#parts.clock.nowMs()
    const { events, cause } = eventsOfHeard(heard, {
      heads,
      ownAnswer: () => admitAll(group, { lists, nowMs }).get(ownLeafOf(group).leaf),
      seatOf: (leaf) => rosterOf(group).find((seated) => seated.leaf === leaf)?.seat,
    })
    if (cause) {
      this.#speaking.enteredEpoch()
      await this.#news.tellEpoch(
        room,
        cause,
        heard.type === 'advanced' ? heard.committer : undefined,
      )
    }
    for (const event of events) this.#news.tell(event)
    if (heard.type === 'message') this.#entering.answered()
    if (heard.type === 'advanced') this.#ownRefresh.advanced(heard)
    return heard
  }

  /** Nothing while the line is lost: each commit that waits for the log is a state of the group to keep. */
  async #commit(make: (room: Room) => Promise<Committed | undefined>): Promise<void> {
    const { isInLog } = await this.#queue.run(async () => {
      const made = this.#group && this.#isLineThere ? await make(this.#group) : undefined
      if (!made) return { isInLog: undefined }
      this.#group = made.room
      const envelope = await sealEnvelope(this.#envelope, made.opened)
      return { isInLog: this.#append(envelope, true) }
    })
    await isInLog
  }

  async #append(envelope: string, commit: boolean): Promise<void> {
    const { connection } = this.#parts
    await connection.request({ type: 'append', room: this.room, envelope, commit })
  }

  #hearLine(line: Line): void {
    this.#isLineThere = line.is === 'there'
    if (line.is === 'refused') this.#news.tell({ type: 'ended', by: endedBy(line.code) })
    if (line.is === 'lost') this.#news.tell({ type: 'socket-lost' })
    if (line.is !== 'there') return
    this.#news.tell({ type: 'socket-back' })
    if (this.#group) void this.#follow(this.#after).catch(() => undefined)
    else this.#entering.renew()
  }
}

function microphoneIn(word: Word): MicrophoneWord | undefined {
  if (word.word === 'heartbeat') return word.microphone
  return word.word === 'microphone' ? word : undefined
}

function endedBy(code: string): 'withdrawn' | 'replaced' | 'refused' {
  return code === 'withdrawn' || code === 'replaced' ? code : 'refused'
}
