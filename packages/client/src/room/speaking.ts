import type { Clock } from '@parley/call'
import {
  epochOf,
  makeMessage,
  makePresence,
  rosterOf,
  sealEnvelope,
  type EnvelopeTo,
  type Heard,
  type Room,
} from '@parley/group'
import type { Heads, Lists } from '@parley/seal'
import { ConnectionLost } from '../connection.ts'
import type { SerialQueue } from '../tools/serialQueue.ts'
import { isAnyoneHeld } from './membersOf.ts'
import type { OwnTexts } from './ownTexts.ts'
import type { Word } from './roomSession.ts'
import { SaidWords } from './saidWords.ts'
import { encodeWord } from './wordCodec.ts'

/** Larger: a page that closes soon after an epoch began goes unsaid. Smaller: work beside a joiner's way in. */
const FAREWELL_AFTER_MS = 1000

/** Nothing of it is said while somebody is there who is held. */
const FOR_PEOPLE: ReadonlySet<Word['word']> = new Set([
  'text',
  'translation',
  'typing',
  'wait',
  'request',
  'display',
  'order',
])

/** What speaking needs of its surroundings. */
type Parts = {
  clock: Clock
  known: () => { lists: Lists; heads: Heads }
  envelope: EnvelopeTo
  queue: SerialQueue
}

/** The group one speaks in, which each message moves on, and its log. */
type Place = {
  group: () => Room | undefined
  put: (room: Room) => void
  append: (envelope: string) => Promise<void>
}

/** One's own words in a room: to its members, and to desks, which are in no room. */
export class Speaking {
  readonly #parts: Parts
  readonly #place: Place
  readonly #said = new SaidWords()
  #texts: OwnTexts | undefined
  #farewell: { epoch: number; envelope: string } | undefined
  #farewellTimer: Disposable | undefined

  constructor(parts: Parts, place: Place) {
    this.#parts = parts
    this.#place = place
  }

  /** As `RoomSession.say`. */
  async say(word: Word): Promise<void> {
    const group = this.#place.group()
    const isLeaving = word.word === 'leave'
    const isAlone = group !== undefined && rosterOf(group).length < 2
    const isForDesks = isLeaving || (isAlone && word.word === 'heartbeat')
    const toDesks = isForDesks ? this.#sayPresence(isLeaving) : undefined
    await (isAlone && toDesks ? toDesks : Promise.all([toDesks, this.#sayToMembers(word)]))
  }

  /** Makes the farewell for this epoch, when nothing is more urgent. */
  enteredEpoch(): void {
    this.#farewell = undefined
    this.#farewellTimer?.[Symbol.dispose]()
    this.#farewellTimer = this.#parts.clock.after(FAREWELL_AFTER_MS, () => {
      this.#makeFarewell().catch(() => undefined)
    })
  }

  /** Says that one leaves, without waiting for anything: the page is about to be gone. */
  farewell(): void {
    const group = this.#place.group()
    if (!group || this.#farewell?.epoch !== epochOf(group)) return
    this.#place.append(this.#farewell.envelope).catch(() => undefined)
  }

  /** Its envelope came back: one that its epoch did not last for is said again. The word, where all may have heard it. */
  cameBack(envelope: string, heard: Heard | undefined): Word | undefined {
    const said = this.#said.cameBack(envelope, heard, (word) => this.say(word))
    if (said) this.#texts?.cameBack(said)
    return said
  }

  /** One is in no place any more. */
  forget(): void {
    this.#said.forget()
    this.#texts = undefined
    this.#farewell = undefined
    this.#farewellTimer?.[Symbol.dispose]()
  }

  async #sayToMembers(word: Word): Promise<void> {
    const { isInLog, isHeard } = await this.#parts.queue.run(async () => {
      const { known, clock, envelope: to } = this.#parts
      const group = this.#place.group()
      const { lists, heads } = known()
      // What is written goes to everybody in the epoch as it is now, not as it was when it was written.
      const isHeldBack =
        FOR_PEOPLE.has(word.word) && group && isAnyoneHeld(group, { lists, nowMs: clock.nowMs() })
      if (word.word === 'text') this.#texts ??= await makeOwnTexts()
      const numbered = this.#texts?.numbered(word) ?? word
      const made = group && !isHeldBack && (await makeMessage(group, encodeWord(numbered, heads)))
      if (!made) throw new ConnectionLost('Nobody is in the room who may hear it')
      this.#place.put(made.room)
      const envelope = await sealEnvelope(to, made.opened)
      const isBack = this.#said.said(envelope, numbered)
      return { isInLog: this.#place.append(envelope), isHeard: isBack }
    })
    await isInLog
    await isHeard
  }

  /** For desks: that one is there although alone, and that one leaves. */
  async #sayPresence(isLeaving: boolean): Promise<void> {
    const { isInLog } = await this.#parts.queue.run(async () => {
      const at = this.#parts.clock.nowMs()
      const group = this.#place.group()
      const opened = group && (await makePresence(group, { at, isLeaving }))
      if (!opened) throw new ConnectionLost('One is in no room')
      const envelope = await sealEnvelope(this.#parts.envelope, opened)
      return { isInLog: this.#place.append(envelope) }
    })
    await isInLog
  }

  #makeFarewell(): Promise<void> {
    return this.#parts.queue.run(async () => {
      const group = this.#place.group()
      const word = encodeWord({ word: 'leave' }, this.#parts.known().heads)
      const made = group && (await makeMessage(group, word))
      if (!made) return
      this.#place.put(made.room)
      const envelope = await sealEnvelope(this.#parts.envelope, made.opened)
      this.#farewell = { epoch: epochOf(made.room), envelope }
    })
  }
}

/** Nothing where it cannot be loaded: a text goes out all the same. */
async function makeOwnTexts(): Promise<OwnTexts | undefined> {
  try {
    const { OwnTexts } = await import('./ownTexts.ts')
    return new OwnTexts()
  } catch {
    return undefined
  }
}
