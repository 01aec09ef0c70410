import type {
  MediaDoor,
  MediaEvent,
  MediaLeaf,
  MediaTicket,
  RosterEntry,
  TrackKind,
} from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { FrameRoom } from '@parley/sframe'
import { MediaGround } from '../../apps/web/src/adapters/media/mediaGround.ts'
import { MediaSession } from '../../apps/web/src/adapters/media/mediaSession.ts'
import { Ear, Eye } from './senses.ts'

/** What whoever belongs to the call shows at the media server. */
export const NOTE = 'of this call'

/** Whoever shows the note that says so is of this call. */
const doorOf = (ticket: MediaTicket): MediaDoor => ({
  ask: async () => ticket,
  isOfThisCall: async ({ note }) => note === NOTE,
})

type Options = {
  you: MediaLeaf
  leaves: MediaLeaf[]
  ticket: MediaTicket
  key: number
  room?: FrameRoom
}

let ground: MediaGround | undefined

/** The one of this page, opened with its first session. */
export const groundOfPage = (): MediaGround => (ground ??= new MediaGround())

/** A participant with our worker, driven as a call drives it, under a fixed base key. */
export class Member {
  readonly session: MediaSession
  readonly events: MediaEvent[] = []
  roster: readonly RosterEntry[] = []
  /** Whose tone was ever heard since it was listened for. */
  readonly everHeard = new Set<number>()
  readonly #eyes = new Map<string, Eye>()
  readonly #ears = new Map<string, Ear>()
  #options: Options
  #epoch = 0

  static async join(options: Options): Promise<Member> {
    const member = new Member(options)
    void member.advance('join')
    member.session.holdBack(undefined)
    member.session.connect(doorOf(options.ticket))
    return member
  }

  /** As in the green room: at the media server, in no group. */
  static async wait(options: Options): Promise<Member> {
    const member = new Member(options)
    member.session.connect(doorOf(options.ticket))
    return member
  }

  /** Comes in from the green room, where the others are in that epoch. */
  async enter(leaves: MediaLeaf[], epoch: number): Promise<void> {
    this.#epoch = epoch
    this.#options = { ...this.#options, leaves }
    await this.advance('join')
    this.session.holdBack(undefined)
  }

  constructor(options: Options) {
    this.#options = options
    this.session = new MediaSession({ ground: groundOfPage(), room: options.room ?? 'plenary' })
    this.session.listen((event) => this.#hear(event))
  }

  /** Joins again as another leaf, as a call does after its frames stopped. */
  joinAgain(as: Pick<Options, 'you' | 'leaves' | 'ticket'>): void {
    this.#options = { ...this.#options, ...as }
    void this.advance('join')
    this.session.holdBack(undefined)
    this.session.connect(doorOf(as.ticket))
  }

  /** Others are in the room from the next epoch on. */
  meet(leaves: MediaLeaf[]): Promise<void> {
    this.#options = { ...this.#options, leaves }
    return this.advance('other')
  }

  /** The next epoch; `key` makes it a key that only those have who chose the same. */
  async advance(cause: 'join' | 'withdrawal' | 'other'): Promise<void> {
    const { you, leaves, key } = this.#options
    const epoch = this.#epoch++
    const baseKey = new Uint8Array(32).fill(key + epoch)
    await this.session.setEpoch({ epoch, baseKey, you, leaves, cause })
  }

  /** The newest event of a type. */
  last<Type extends MediaEvent['type']>(
    type: Type,
  ): Extract<MediaEvent, { type: Type }> | undefined {
    return this.events.findLast(
      (event): event is Extract<MediaEvent, { type: Type }> => event.type === type,
    )
  }

  get you(): MediaLeaf {
    return this.#options.you
  }

  get announced(): RosterEntry['tracks'] {
    return this.last('own-tracks-changed')?.tracks ?? []
  }

  setRoster(roster: RosterEntry[]): void {
    this.roster = roster
    this.session.setRoster(roster)
  }

  setBounds(leaf: LeafIndex, track: TrackNumber, from: number): void {
    this.session.setBounds(leaf, track, { from, after: undefined })
  }

  sees(leaf: LeafIndex, kind: TrackKind = 'camera'): number | undefined {
    return this.#eyes.get(`${leaf} ${kind}`)?.sees()
  }

  widthOf(leaf: LeafIndex): number | undefined {
    return this.#eyes.get(`${leaf} camera`)?.width
  }

  hears(leaf: LeafIndex, kind: TrackKind = 'microphone'): number | undefined {
    return this.#ears.get(`${leaf} ${kind}`)?.hears()
  }

  /** Listens to a leaf's microphone from now on, twenty times a second. */
  listenFor(leaf: LeafIndex): void {
    setInterval(() => {
      const heard = this.hears(leaf)
      if (heard !== undefined) this.everHeard.add(heard)
    }, 50)
  }

  #hear(event: MediaEvent): void {
    this.events.push(event)
    if (event.type !== 'media-attached') return
    const { leaf, kind, media } = event
    if (media.kind === 'video') this.#eyes.set(`${leaf} ${kind}`, new Eye(media))
    else this.#ears.set(`${leaf} ${kind}`, new Ear(media))
  }
}
