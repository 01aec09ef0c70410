import type { AnnouncedTrack, MediaDoor, MediaEvent, MediaLeaf, RosterEntry } from '@parley/call'
import { systemClock } from '@parley/client'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { EngineCommand, ReceivedCounts, TransformId } from '@parley/sframe'
import {
  RoomEvent,
  Track,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
} from 'livekit-client'
import { Permissions } from './permissions.ts'
import { readArrived, StalledPictures } from './stalledPictures.ts'
import type { Transforms } from './transforms.ts'
import { Waiting } from './waiting.ts'

/**
 * The media server negotiates once in 150 ms, and has no picture of a newcomer before its first packet;
 * a newcomer's microphone is closed. Larger: who speaks at once is heard later. Smaller: sound is
 * negotiated by itself, and the picture has to wait.
 */
const SOUND_AFTER_PICTURE_MS = 100

/** Larger: a picture that stopped begins again later. Smaller: slow ones are watched for nothing. */
const STILL_MS = 600

type Size = { width: number; height: number }

/** A track that the roster names, in the hands of a receiver. */
type Attached = {
  leaf: LeafIndex
  number: TrackNumber
  identity: string
  publication: RemoteTrackPublication
  track: RemoteTrack
  isAttested: boolean
}

/**
 * Asks the media server for what members of the room publish and for nothing else, and tells the worker
 * what each receiver may carry: nothing, until signed words name its track.
 */
export class Subscriptions implements Disposable {
  readonly #send: (command: EngineCommand) => void
  readonly #askFor: (id: TransformId) => void
  readonly #transforms: Transforms
  readonly #tell: (event: MediaEvent) => void
  readonly #attached = new Map<string, Attached>()
  readonly #sizes = new Map<string, Size | undefined>()
  readonly #stalled = new StalledPictures<RTCRtpReceiver>({
    clock: systemClock,
    read: readArrived,
    ask: (receiver) => this.#askKeyFrame(receiver),
  })
  #roster: readonly RosterEntry[] = []
  #expected: ReadonlySet<string> = new Set()
  readonly #permissions = new Permissions()
  readonly #waiting = new Waiting(() => this.#follow())
  /** Who came just now. */
  readonly #newcomers = new Map<string, Disposable>()
  #room: Room | undefined

  constructor({
    send,
    askKeyFrame,
    transforms,
    tell,
  }: {
    send: (command: EngineCommand) => void
    /** Whoever sends what that receiver carries is to make a key frame. */
    askKeyFrame: (id: TransformId) => void
    transforms: Transforms
    tell: (event: MediaEvent) => void
  }) {
    this.#send = send
    this.#askFor = askKeyFrame
    this.#transforms = transforms
    this.#tell = tell
  }

  /** What the roster says a leaf's track carries. */
  kindOf(leaf: LeafIndex, number: TrackNumber): AnnouncedTrack['kind'] | undefined {
    const entry = this.#roster.find((each) => each.leaf === leaf)
    return entry?.tracks.find((track) => track.number === number)?.kind
  }

  /** To be told once a second what opened: a picture that should move and does not is watched. */
  mendPictures(received: readonly ReceivedCounts[]): void {
    this.#stalled.watch(this.#stillPictures(received))
  }

  /** Whose notes say that they belong to the call. */
  readNotesBy(isOfThisCall: MediaDoor['isOfThisCall']): void {
    this.#waiting.readBy(isOfThisCall)
  }

  /** Who sits in the group as it is now, held or not. */
  seat(leaves: readonly MediaLeaf[]): void {
    this.#waiting.seat(leaves.map(({ identity }) => identity))
    this.#waiting.look([...(this.#room?.remoteParticipants.values() ?? [])])
  }

  /** One waits oneself: what they publish is asked for, and switched on once the roster has them. */
  expect(identities: readonly string[]): void {
    this.#expected = new Set(identities)
    this.#follow()
  }

  setRoster(roster: readonly RosterEntry[]): void {
    for (const { identity } of roster) if (!this.#isAskedFor(identity)) this.#greet(identity)
    this.#roster = roster
    for (const [key, attached] of this.#attached)
      if (!this.#isExpected(attached)) this.#detach(key, attached)
    this.#follow()
  }

  setVisible(leaf: LeafIndex, number: TrackNumber, size: Size | undefined): void {
    const key = keyOf(leaf, number)
    this.#sizes.set(key, size)
    const attached = this.#attached.get(key)
    if (attached) this.#fit(key, attached.publication)
  }

  /** A new connection, or none. */
  use(room: Room | undefined): void {
    for (const [key, attached] of this.#attached) this.#detach(key, attached)
    this.#room = room
    room
      ?.on(RoomEvent.TrackPublished, () => this.#follow())
      .on(RoomEvent.ParticipantConnected, () => this.#follow())
      .on(RoomEvent.TrackSubscribed, () => this.#follow())
      .on(RoomEvent.TrackUnsubscribed, (track) => this.#end(track))
      .on(RoomEvent.TrackMuted, (publication) => this.#cover(publication.trackSid, true))
      .on(RoomEvent.TrackUnmuted, (publication) => this.#cover(publication.trackSid, false))
    this.#follow()
  }

  [Symbol.dispose](): void {
    this.#stalled[Symbol.dispose]()
    for (const timer of this.#newcomers.values()) timer[Symbol.dispose]()
  }

  #stillPictures(received: readonly ReceivedCounts[]): RTCRtpReceiver[] {
    return [...this.#attached.values()].flatMap(({ leaf, number, publication, track }) => {
      const isExpected = track.kind === Track.Kind.Video && publication.isEnabled
      if (!isExpected || publication.isMuted || !track.receiver) return []
      const counted = received.find((each) => each.leaf === leaf && each.track === number)
      return (counted?.quietMs ?? Infinity) > STILL_MS ? [track.receiver] : []
    })
  }

  #askKeyFrame(receiver: RTCRtpReceiver): void {
    const id = this.#transforms.idOf(receiver)
    if (id !== undefined) this.#askFor(id)
  }

  /**
   * Brings what is subscribed to and attached to what the roster names. A member's tracks are asked for
   * before its words name them: those come one message later. Tracks of whoever waits are negotiated
   * likewise and stay switched off, so that nothing is left to be negotiated at the press. A track that
   * was not wanted for a moment may never have been taken away: what is there is looked at, not what is told.
   */
  #follow(): void {
    const room = this.#room
    if (!room) return
    const participants = [...room.remoteParticipants.values()]
    this.#waiting.look(participants)
    this.#permissions.let(room, this.#mayHaveOurs(participants))
    for (const participant of participants) {
      const isWanted = this.#isKnown(participant.identity)
      const isNew = this.#newcomers.has(participant.identity)
      for (const publication of participant.trackPublications.values()) {
        const isWantedNow = isWanted && !(isNew && publication.kind === Track.Kind.Audio)
        if (publication.isDesired !== isWantedNow) publication.setSubscribed(isWantedNow)
        if (isWantedNow) this.#switch(participant, publication)
        const named = this.#named(participant, publication)
        const { track } = publication
        if (named && track) this.#attach(track, publication, { ...named, participant })
      }
    }
  }

  /** The roster, those whose place one is about to share, and who waits. */
  #mayHaveOurs(participants: readonly RemoteParticipant[]): readonly string[] {
    const waiting = participants.filter(({ identity }) => this.#waiting.has(identity))
    return [...this.#expected, ...[...this.#roster, ...waiting].map(({ identity }) => identity)]
  }

  /** Off until the roster has them; from then on as large as it is shown. */
  #switch({ identity }: RemoteParticipant, publication: RemoteTrackPublication): void {
    const entry = this.#roster.find((each) => each.identity === identity)
    if (!entry) return publication.setEnabled(false)
    const track = entry.tracks.find(({ name }) => name === publication.trackName)
    const key = track && keyOf(entry.leaf, track.number)
    if (key === undefined || !this.#sizes.has(key)) publication.setEnabled(true)
  }

  #greet(identity: string): void {
    const timer = systemClock.after(SOUND_AFTER_PICTURE_MS, () => {
      this.#newcomers.delete(identity)
      this.#follow()
    })
    this.#newcomers.set(identity, timer)
  }

  #isKnown(identity: string): boolean {
    return (
      this.#expected.has(identity) ||
      this.#waiting.has(identity) ||
      this.#roster.some((entry) => entry.identity === identity)
    )
  }

  /** Anything of them, by now or already while they waited. */
  #isAskedFor(identity: string): boolean {
    const tracks = this.#room?.remoteParticipants.get(identity)?.trackPublications.values() ?? []
    return this.#isKnown(identity) || [...tracks].some(({ isDesired }) => isDesired)
  }

  #named(
    { identity }: RemoteParticipant,
    { trackName }: RemoteTrackPublication,
  ): { leaf: LeafIndex; track: AnnouncedTrack } | undefined {
    const entry = this.#roster.find((each) => each.identity === identity)
    const track = entry?.tracks.find(({ name }) => name === trackName)
    return entry && track && { leaf: entry.leaf, track }
  }

  #isExpected({ leaf, number, identity }: Attached): boolean {
    const entry = this.#roster.find((each) => each.leaf === leaf)
    return entry?.identity === identity && entry.tracks.some((track) => track.number === number)
  }

  #attach(
    track: RemoteTrack,
    publication: RemoteTrackPublication,
    {
      leaf,
      track: { number, kind, attested },
      participant: { identity },
    }: { leaf: LeafIndex; track: AnnouncedTrack; participant: RemoteParticipant },
  ): void {
    const key = keyOf(leaf, number)
    const known = this.#attached.get(key)
    const isAttested = attested ?? false
    if (known?.track === track && known.isAttested === isAttested) return
    const id = this.#transforms.idOf(track.receiver)
    if (id === undefined) return publication.setSubscribed(false)
    if (known) this.#detach(key, known)
    this.#attached.set(key, { leaf, number, identity, publication, track, isAttested })
    this.#send({
      do: 'bind-receiver',
      id,
      leaf,
      track: number,
      isMicrophone: kind === 'microphone',
      isAttested,
    })
    this.#fit(key, publication)
    this.#tell({ type: 'media-attached', leaf, number, kind, media: track.mediaStreamTrack })
    if (publication.isMuted) this.#cover(publication.trackSid, true)
  }

  #end(track: RemoteTrack): void {
    for (const [key, attached] of this.#attached)
      if (attached.track === track) this.#detach(key, attached)
  }

  #detach(key: string, { leaf, number, track: { receiver } }: Attached): void {
    this.#attached.delete(key)
    const id = this.#transforms.idOf(receiver)
    const isCarriedOn = [...this.#attached.values()].some(
      ({ track }) => track.receiver === receiver,
    )
    if (id !== undefined && !isCarriedOn) this.#send({ do: 'unbind', id })
    this.#tell({ type: 'media-detached', leaf, number })
  }

  #cover(sid: string, isCovered: boolean): void {
    for (const { leaf, number, publication } of this.#attached.values())
      if (publication.trackSid === sid)
        this.#tell({ type: 'media-covered', leaf, number, isCovered })
  }

  /** The layer that fits how large it is shown; none while it is out of sight. Sound stays. */
  #fit(key: string, publication: RemoteTrackPublication): void {
    if (publication.kind !== Track.Kind.Video || !this.#sizes.has(key)) return
    const size = this.#sizes.get(key)
    publication.setEnabled(size !== undefined)
    if (size) publication.setVideoDimensions(size)
  }
}

function keyOf(leaf: LeafIndex, number: TrackNumber): string {
  return `${leaf}/${number}`
}
