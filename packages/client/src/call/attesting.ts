import type { Attested, Line, Media, MediaEvent, SealedSound } from '@parley/call'
import type { TrackNumber } from '@parley/protocol'
import type { Role } from '@parley/seal'
import type { RoomEvent, RoomSession } from '../room/roomSession.ts'

/** Whose voice binds others, or is what others hear of it. */
const ATTESTED: ReadonlySet<Role | undefined> = new Set(['principal', 'interpreter'])

/** Seconds of sound that wait for the line to the server. Larger: a burst of words after it. Smaller: what was said while it was lost is never confirmed. */
const WAITING_AT_MOST = 20

type Parts = {
  media: Media
  room: RoomSession
  /** Whether one signs for each frame of one's microphone. */
  attests: (() => boolean) | undefined
  line: () => Line
}

/** Whether somebody with that role signs for each frame of their microphone. */
export function isRoleAttested(role: Role | undefined): boolean {
  return ATTESTED.has(role)
}

/** Signs for one's own sound, and hands what others sign of theirs to whatever plays it. */
export class Attesting {
  readonly #parts: Parts
  #due: readonly SealedSound[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** As `Media.openGate`, with the promise that goes into the word about it. */
  async openGate(): Promise<({ track: TrackNumber; from: number } & Attested) | undefined> {
    const { media, attests } = this.#parts
    const isAttested = attests?.() ?? false
    const opened = await media.openGate({ isAttested })
    return opened && { ...opened, ...(isAttested && { attested: isAttested }) }
  }

  hearRoom(event: RoomEvent): void {
    if (event.type !== 'word' || event.heard.word.word !== 'attested') return
    this.#parts.media.compareSound(event.heard.from, event.heard.word)
  }

  /** While the line is lost it waits. */
  hearMedia(event: MediaEvent): void {
    if (event.type !== 'sound-sealed') return
    const { track, from, hashes } = event
    this.#wait({ track, from, hashes })
    if (this.#isLost) return
    const due = this.#due
    this.#due = []
    for (const sealed of due)
      this.#parts.room.say({ word: 'attested', ...sealed }).catch(() => {
        if (this.#isLost) this.#wait(sealed)
      })
  }

  get #isLost(): boolean {
    return this.#parts.line().socketLostSinceMs !== undefined
  }

  #wait(sealed: SealedSound): void {
    this.#due = [...this.#due, sealed].slice(-WAITING_AT_MOST)
  }
}
