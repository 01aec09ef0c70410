import {
  ownLeaf,
  type Attested,
  type AttestedFrames,
  type Call,
  type Media,
  type MediaEvent,
} from '@parley/call'
import type { TrackNumber } from '@parley/protocol'
import type { Role } from '@parley/seal'
import type { RoomEvent, RoomSession } from '../room/roomSession.ts'

/** Whose voice and face bind others, or are what others hear of them. */
const ATTESTED: ReadonlySet<Role | undefined> = new Set(['principal', 'interpreter'])

/** Seconds that wait for the line to the server. Larger: a burst of words after it. Smaller: what was sent while it was lost is never confirmed. */
const WAITING_AT_MOST = 20

type Parts = {
  media: Media
  room: RoomSession
  /** Whether one signs for each frame that one sends. */
  attests: (() => boolean) | undefined
  call: () => Call
}

/** Whether somebody with that role signs for each frame that they send. */
export function isRoleAttested(role: Role | undefined): boolean {
  return ATTESTED.has(role)
}

/** Signs for what one sends, and hands what others sign of theirs to whatever plays it. */
export class Attesting {
  readonly #parts: Parts
  #due: readonly AttestedFrames[] = []
  #hasPromised = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Whether one signs. Once it is so it stays so: what was promised is kept. */
  attests(): boolean {
    return (this.#hasPromised ||= this.#parts.attests?.() ?? false)
  }

  /** As the last that was asked had it. */
  get hasPromised(): boolean {
    return this.#hasPromised
  }

  /** As `Media.openGate`, with the promise that goes into the word about it. */
  async openGate(): Promise<({ track: TrackNumber; from: number } & Attested) | undefined> {
    const isAttested = this.attests()
    const opened = await this.#parts.media.openGate({ isAttested })
    return opened && { ...opened, ...(isAttested && { attested: isAttested }) }
  }

  hearRoom(event: RoomEvent): void {
    if (event.type !== 'word') return
    const { media, call } = this.#parts
    const { word, from } = event.heard
    if (word.word === 'attested') media.compare(from, word)
    const you = ownLeaf(call())
    if (word.word === 'how-far' && you !== undefined && word.of.has(you))
      media.tellHowFar(from, word.id)
  }

  /** While the line is lost it waits. */
  hearMedia(event: MediaEvent): void {
    if (event.type === 'how-far-wanted') {
      const { id, of } = event
      this.#parts.room.say({ word: 'how-far', id, of: new Set(of) }).catch(() => undefined)
    }
    if (event.type !== 'sealed') return
    const { sealed, soFar } = event
    this.#wait({ sealed, ...(soFar && { soFar }) })
    if (this.#isLost) return
    const due = this.#due
    this.#due = []
    for (const one of due)
      this.#parts.room.say({ word: 'attested', ...one }).catch(() => {
        if (this.#isLost) this.#wait(one)
      })
  }

  get #isLost(): boolean {
    return this.#parts.call().line.socketLostSinceMs !== undefined
  }

  #wait(one: AttestedFrames): void {
    this.#due = [...this.#due, one].slice(-WAITING_AT_MOST)
  }
}
