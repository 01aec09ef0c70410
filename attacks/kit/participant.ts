import { presenceOf, type Call, type Clock, type Flow, type Presence } from '@parley/call'
import {
  openCall,
  openCaucus,
  type CallRunner,
  type KeyStore,
  type OpenRoom,
  type OpenSeat,
} from '@parley/client'
import { baseKeyOf, callCodeOf, epochOf, ownLeafOf, type Room } from '@parley/group'
import type { Hash, LeafIndex, SideId } from '@parley/protocol'
import type { Heads } from '@parley/seal'
import type { EvilLine, MediaPath, StagedCall } from '@parley/testkit/evil'
import type { Person } from '@parley/testkit/agreedCall'
import { callFactsOf } from '../../apps/web/src/model/seat/callFactsOf.ts'
import { NO_TRACKS } from '../../apps/web/src/model/seat/mediaTracks.ts'
import { FACTS } from '../../apps/web/src/model/callSamples/people.ts'
import { noticesOf, type CallNotice } from '../../apps/web/src/model/callNotices.ts'
import { callRoster } from '../../apps/web/src/model/callRoster.ts'
import type { DeskQuiet } from '../../apps/web/src/model/deskQuiet.ts'
import { withCaucus } from '../../apps/web/src/model/private/withCaucus.ts'
import { FrameMedia } from './frameMedia.ts'
import { PartsAt } from './partsAt.ts'
import { FramePage } from './framePage.ts'

// Loaded by need; the story's clock does not wait for that.
import '../../packages/client/src/room/heardTexts.ts'
import '../../packages/client/src/room/ownTexts.ts'

const CHOSEN = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

/** How somebody comes: over a line that is bent, with a clock of their own, with what their page kept or was granted. */
export type Coming = {
  prepare?: (line: EvilLine) => void
  clock?: Clock
  store?: KeyStore
  heads?: Heads
}

/** Somebody with the real client, in the call as the attacker's server shows it to them. */
export class Participant implements AsyncDisposable {
  readonly person: Person
  readonly line: EvilLine
  readonly media: FrameMedia
  readonly #seat: OpenSeat
  readonly #room: OpenRoom
  readonly #clock: Clock
  readonly #parts = new AsyncDisposableStack()
  readonly #page: FramePage
  #caucus: OpenRoom | undefined

  private constructor(parts: {
    person: Person
    line: EvilLine
    media: FrameMedia
    seat: OpenSeat
    room: OpenRoom
    clock: Clock
    page: FramePage
  }) {
    this.person = parts.person
    this.line = parts.line
    this.media = parts.media
    this.#seat = parts.seat
    this.#room = parts.room
    this.#clock = parts.clock
    this.#page = parts.page
  }

  /** Signs in, and presses. */
  static async join(
    person: Person,
    { staged, path }: { staged: StagedCall; path: MediaPath },
    { prepare = () => undefined, clock = staged.clock, ...kept }: Coming = {},
  ): Promise<Participant> {
    const { seat, line } = await staged.sit(person, { clock, ...kept })
    prepare(line)
    const page = new FramePage(clock)
    const media = new FrameMedia({ page, path })
    const room = await openCall(seat, { media, clock })
    room.runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen: CHOSEN })
    return new Participant({ person, line, media, seat, room, clock, page })
  }

  get call(): Call {
    return this.#room.runner.call
  }

  /** The group as this client has it. */
  get group(): Room {
    const { group } = this.#room.room
    if (!group) throw new Error('One is in no group')
    return group
  }

  /** The lists that it knows, as its heartbeats tell of them. */
  get heads(): Heads {
    return this.#seat.documents.documents.heads
  }

  get leaf(): LeafIndex {
    return ownLeafOf(this.group).leaf
  }

  get isIn(): boolean {
    return this.call.joining.phase === 'in-call'
  }

  /** How many it sees in the room. */
  get company(): number {
    return this.call.members.size
  }

  /** Which epoch it is in, and its key: the same for all who are together. */
  async place(): Promise<string> {
    return `${epochOf(this.group)} ${(await baseKeyOf(this.group)).toHex()}`
  }

  /** What its screen says under that side of how long its desk has said nothing. */
  deskQuiet(side: SideId): DeskQuiet {
    const roster = callRoster({ ...this.#facts, isOpen: false })
    return roster.find((one) => one.side.side === side)?.deskQuiet
  }

  /** What it reads aloud, where somebody asks for the code of the call. */
  async code(): Promise<readonly string[]> {
    return callCodeOf(this.group, this.headsHash)
  }

  /** Of the documents that it knows. */
  get headsHash(): Hash {
    return this.#seat.documents.documents.headsHash
  }

  /** What stands above the pictures, as its screen says it. */
  get notices(): readonly CallNotice[] {
    return noticesOf(this.#facts, new Set())
  }

  /** What stands beside somebody's name. */
  presenceOf(other: Person): Presence | undefined {
    const member = [...this.call.members.values()].find(({ seat }) => seat === other.seat)
    return member && presenceOf(member, { line: this.call.line, nowMs: this.#clock.nowMs() })
  }

  /** The names of those in the room, as its screen says them. */
  get names(): readonly string[] {
    return this.#facts.people.map(({ name }) => name)
  }

  /** What the plan says the call is about. */
  get title(): string {
    return this.#facts.title
  }

  /** What is in doubt of whom, by seat: it stands over their pictures. */
  get doubts(): readonly string[] {
    return this.#facts.people.flatMap(({ seat, doubts }) =>
      Object.entries(doubts).flatMap(([of, doubt]) => (doubt ? [`${seat} ${of} ${doubt.is}`] : [])),
    )
  }

  /** What it wrote, and whether its screen says that it was sent. */
  get wrote(): readonly string[] {
    const { messages } = this.#facts
    return messages.flatMap(({ text, state }) =>
      state === 'received' ? [] : [`${text}: ${state}`],
    )
  }

  /** From now on its screen follows the parts of the agenda. */
  async followsParts(): Promise<PartsAt> {
    const from = { seat: this.#seat, room: this.#room, clock: this.#clock }
    return this.#parts.use(await PartsAt.open(from, () => this.#facts))
  }

  /** The words that it reads, and whose its screen says they are. */
  get read(): readonly string[] {
    return this.#facts.messages.map(({ from, text }) => `${from.seat} ${text}`)
  }

  /** The words of pictures that were shown. */
  get saw(): readonly string[] {
    return this.media.played.flatMap(({ kind, words }) => (kind === 'camera' ? [words] : []))
  }

  /** The words of frames that were played. */
  get heard(): readonly string[] {
    return this.media.played.map(({ words }) => words)
  }

  /** How what somebody sends comes in, as it stands beside the name. */
  flowOf(other: Person): Flow | undefined {
    return this.#facts.people.find(({ seat }) => seat === other.seat)?.flow
  }

  /** Goes into the room of its own side, too, whose media take a path of their own. */
  async entersCaucus(path: MediaPath): Promise<{ media: FrameMedia; runner: CallRunner }> {
    const [clock, page] = [this.#clock, this.#page]
    const media = new FrameMedia({ page, path, room: 'caucus' })
    const caucus = await openCaucus(this.#seat, { media, clock, plenary: this.#room })
    if (!caucus) throw new Error('It is cleared for its caucus')
    this.#caucus = caucus
    const { runner } = caucus
    runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen: CHOSEN })
    return { media, runner }
  }

  writes(text: string): void {
    const { seat } = this.person
    const atMs = this.#clock.nowMs()
    this.#room.runner.send({
      type: 'message-written',
      id: crypto.randomUUID(),
      from: seat,
      text,
      atMs,
    })
  }

  /** Before its time. */
  renewsKeys(): void {
    void this.#room.room.refresh().catch(() => undefined)
  }

  pressesMicrophone(): void {
    this.#room.runner.send({ type: 'microphone-pressed' })
  }

  leaves(): void {
    this.#room.runner.send({ type: 'leave-pressed' })
  }

  says(words: string): void {
    this.media.encode('microphone', words)
  }

  shows(words: string): void {
    this.media.encode('camera', words)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync()
    await this.#caucus?.[Symbol.asyncDispose]()
    await this.#room[Symbol.asyncDispose]()
    this.#page[Symbol.dispose]()
    await this.#seat[Symbol.asyncDispose]()
  }

  get #facts() {
    const { plan } = this.#seat.documents.documents
    const sides = FACTS.sides.flatMap((sample, place) => {
      const side = plan?.payload.sides[place]
      return side ? [{ ...sample, ...side, seal: sample.seal }] : []
    })
    const facts = callFactsOf({
      call: this.call,
      documents: this.#seat.documents.documents,
      sides,
      tracks: NO_TRACKS,
      devices: FACTS.devices,
      incidents: [],
      callCode: undefined,
      canShareScreen: true,
      nowMs: this.#clock.nowMs(),
    })
    return withCaucus(facts, this.#caucus?.runner.call)
  }
}
