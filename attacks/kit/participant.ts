import { presenceOf, type Call, type Presence } from '@parley/call'
import { openCall, type OpenRoom, type OpenSeat } from '@parley/client'
import { baseKeyOf, epochOf, ownLeafOf, type Room } from '@parley/group'
import type { LeafIndex } from '@parley/protocol'
import type { Heads } from '@parley/seal'
import type { EvilLine, MediaPath, StagedCall } from '@parley/testkit/evil'
import type { Person } from '@parley/testkit/agreedCall'
import { callFactsOf } from '../../apps/web/src/model/seat/callFactsOf.ts'
import { NO_TRACKS } from '../../apps/web/src/model/seat/mediaTracks.ts'
import { FACTS } from '../../apps/web/src/model/callSamples/people.ts'
import { noticesOf, type CallNotice } from '../../apps/web/src/model/callNotices.ts'
import { FrameMedia } from './frameMedia.ts'

const CHOSEN = { wantsCamera: true, camera: 'default', inputDevice: 'default' }

/** Somebody with the real client, in the call as the attacker's server shows it to them. */
export class Participant implements AsyncDisposable {
  readonly person: Person
  readonly line: EvilLine
  readonly media: FrameMedia
  readonly #seat: OpenSeat
  readonly #room: OpenRoom
  readonly #staged: StagedCall

  private constructor(parts: {
    person: Person
    line: EvilLine
    media: FrameMedia
    seat: OpenSeat
    room: OpenRoom
    staged: StagedCall
  }) {
    this.person = parts.person
    this.line = parts.line
    this.media = parts.media
    this.#seat = parts.seat
    this.#room = parts.room
    this.#staged = parts.staged
  }

  /** Signs in, and presses. */
  static async join(
    person: Person,
    { staged, path }: { staged: StagedCall; path: MediaPath },
    prepare: (line: EvilLine) => void = () => undefined,
  ): Promise<Participant> {
    const { clock } = staged
    const { seat, line } = await staged.sit(person)
    prepare(line)
    const media = new FrameMedia({ clock, path })
    const room = await openCall(seat, { media, clock })
    room.runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen: CHOSEN })
    return new Participant({ person, line, media, seat, room, staged })
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

  /** What stands above the pictures, as its screen says it. */
  get notices(): readonly CallNotice[] {
    return noticesOf(this.#facts, new Set())
  }

  /** What stands beside somebody's name. */
  presenceOf(other: Person): Presence | undefined {
    const member = [...this.call.members.values()].find(({ seat }) => seat === other.seat)
    return member && presenceOf(member, { line: this.call.line, nowMs: this.#staged.clock.nowMs() })
  }

  /** What stands over the pictures of those whose sound is in doubt, by seat. */
  get doubts(): readonly string[] {
    return this.#facts.people.flatMap(({ seat, doubt }) => (doubt ? [`${seat} ${doubt.is}`] : []))
  }

  /** What it wrote, and whether its screen says that it was sent. */
  get wrote(): readonly string[] {
    const { messages } = this.#facts
    return messages.flatMap(({ text, state }) =>
      state === 'received' ? [] : [`${text}: ${state}`],
    )
  }

  /** The words that it reads, and whose its screen says they are. */
  get read(): readonly string[] {
    return this.#facts.messages.map(({ from, text }) => `${from.seat} ${text}`)
  }

  /** The words of frames that were played. */
  get heard(): readonly string[] {
    return this.media.played.map(({ words }) => words)
  }

  writes(text: string): void {
    const { seat } = this.person
    const atMs = this.#staged.clock.nowMs()
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
    await this.#room[Symbol.asyncDispose]()
    await this.#seat[Symbol.asyncDispose]()
  }

  get #facts() {
    return callFactsOf({
      call: this.call,
      documents: this.#seat.documents.documents,
      sides: FACTS.sides,
      tracks: NO_TRACKS,
      devices: FACTS.devices,
      incidents: [],
      callCode: undefined,
      canShareScreen: true,
      nowMs: this.#staged.clock.nowMs(),
    })
  }
}
