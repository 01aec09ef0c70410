import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { Doubt } from '../doubts.ts'
import type { AnnouncedTrack, TrackKind } from '../members.ts'
import type { MeasuredWay } from '../soundWay.ts'

/** Where the media server is and what lets one in. The token lives for seconds: it is asked for at each connecting. */
export type MediaTicket = { url: string; token: string }

/** The way into a media room. */
export type MediaDoor = {
  /** Asked anew for each connection. */
  ask: (signal: AbortSignal) => Promise<MediaTicket>
  /** Whether somebody at the media server who is not in the group showed a note of this call. */
  isOfThisCall: (shown: { identity: string; note: string }) => Promise<boolean>
}

/** A leaf as the media adapter needs it. The identity is computed from the leaf key, so another identity is another leaf. */
export type MediaLeaf = { leaf: LeafIndex; identity: string }

/**
 * What caused an epoch decides when frames go out under it: at once after a join, since the others
 * hold such frames; at once after a withdrawal, which also forgets the old epoch after 500 ms; else
 * 250 ms later. docs/protocol.md, "Frames".
 */
export type EpochCause = 'join' | 'withdrawal' | 'other'

/** An epoch of the room. The bytes of the key are the adapter's from here on: it wipes them. */
export type MediaEpoch = {
  epoch: number
  /** From one that is on, one signs for all frames but those of microphones, whose openings say it. */
  isAttested?: boolean
  baseKey: Bytes
  you: MediaLeaf
  leaves: readonly MediaLeaf[]
  cause: EpochCause
}

/** Whom to subscribe to, and which tracks of theirs, as signed words announced them. All else is ignored. */
export type RosterEntry = MediaLeaf & { tracks: readonly AnnouncedTrack[] }

/**
 * Frames of a microphone are played inside its signed bounds only: counters from `from` up to `after`, both
 * included. Where they are attested its leaf signs for each.
 */
export type MicrophoneBounds = { from: number; after: number | undefined; isAttested?: true }

/** Eight bytes of hash for each frame of a track as it travelled, from that counter on; zeros where there is none. */
export type SealedFrames = { track: TrackNumber; from: number; hashes: Bytes }

/** What a leaf signs once a second; and to whoever asked, under those numbers, which counter each track seals under next. */
export type AttestedFrames = {
  sealed: readonly SealedFrames[]
  soFar?: {
    ids: readonly number[]
    next: readonly (readonly [track: TrackNumber, ctr: number])[]
  }
}

/** Frames of another's track since the worker started: those that opened and were played, and the rest by reason. */
export type TrackAccount = {
  leaf: LeafIndex
  track: TrackNumber
  opened: number
  /** How long ago the last one was played, at the time of counting; undefined before the first. */
  quietMs: number | undefined
  /** Frames that were sealed since the first that opened, and did not come. Of a picture, other layers’ are among them. */
  missing: number
  drops: Readonly<Record<string, number>>
}

/** Frames of one's own track likewise: those that went out sealed, and the rest by reason. */
export type SentAccount = {
  track: TrackNumber
  sealed: number
  drops: Readonly<Record<string, number>>
}

/** Why a device gave nothing, or what it gave does not go out. */
export type DeviceFailure = 'refused' | 'not-found' | 'in-use' | 'ended' | 'not-sent'

/** What the media adapter tells. Those that a call steps on have the same form as its events. */
export type MediaEvent =
  | { type: 'media-lost'; atMs: number }
  | { type: 'media-back' }
  /** Before anything of them is sent, so that the announcement is there in time. */
  | { type: 'own-tracks-changed'; tracks: readonly AnnouncedTrack[] }
  | { type: 'frames-counted'; hears: ReadonlySet<LeafIndex>; sees: ReadonlySet<LeafIndex> }
  | { type: 'accounts'; received: readonly TrackAccount[]; sent: readonly SentAccount[] }
  | ({ type: 'way-measured' } & MeasuredWay)
  /** Once a second while anything that is attested goes out, and once after: to be signed for. */
  | ({ type: 'sealed' } & AttestedFrames)
  /** When it begins and once a second while it lasts. */
  | { type: 'doubted'; leaf: LeafIndex; track: TrackNumber; is: Doubt }
  /** What comes as those leaves' is not confirmed: they are to be asked, under that number, how far they are. */
  | { type: 'how-far-wanted'; id: number; of: readonly LeafIndex[] }
  | { type: 'screen-ended' }
  /** One's own picture or sound before it is sealed, to be shown at home; undefined when it stops. */
  | { type: 'own-media'; kind: TrackKind; media: MediaStreamTrack | undefined }
  /** Bound to leaf and number; it plays nothing that did not open under them. */
  | {
      type: 'media-attached'
      leaf: LeafIndex
      number: TrackNumber
      kind: TrackKind
      media: MediaStreamTrack
    }
  | { type: 'media-detached'; leaf: LeafIndex; number: TrackNumber }
  /** No frames for now (muted at its source): cover the tile, for the last picture stays. */
  | { type: 'media-covered'; leaf: LeafIndex; number: TrackNumber; isCovered: boolean }
  /** It is tried again until it works or is no longer wanted; told anew when the reason changes. */
  | { type: 'device-failed'; kind: TrackKind; why: DeviceFailure }
  /** What was told to have failed works, or is no longer wanted. */
  | { type: 'device-works'; kind: TrackKind }
  /** The one gate went to another room: nothing has passed here since the counter `after`. */
  | { type: 'gate-taken'; track: TrackNumber; after: number }
  /** The microphone's device is gone; its gate is closed already. */
  | { type: 'microphone-lost' }
  /** What seals and opens frames had died or hung: all is shut, its keys are lost, and another has begun. Join again. */
  | { type: 'frames-stopped' }
  /** This browser sends or plays frames without our transform, or has no such transforms: no media here. */
  | { type: 'browser-unfit'; why: 'no-transforms' | 'sends-unsealed' }

/** The media server and the frame worker behind it. What the media server says of tracks is a hint, and never decides. */
export interface Media extends AsyncDisposable {
  /** Events from now on. Disposing ends them. */
  listen(listener: (event: MediaEvent) => void): Disposable
  /** Connects and stays connected. A second call leaves the first room. */
  connect(door: MediaDoor): void
  /** Our own socket is back, or knows that the media server is: connects now instead of when the wait is over. */
  serverIsBack(): void
  /** Resolves when the worker holds the key, or has stopped, which is told. A new identity of `you` forgets all epochs and closes the gate. */
  setEpoch(epoch: MediaEpoch): Promise<void>
  /** Nothing goes out while there is a reason, from the call on. It starts with `not-in-call`. */
  holdBack(because: string | undefined): void
  /**
   * Who sits in the room that one waits outside of, by what the log shows: their tracks are asked for
   * ahead of the press, and come when each of them lets one. What comes carries nothing before the
   * roster names it. The whole list each time.
   */
  expect(identities: readonly string[]): void
  /** The whole roster each time. */
  setRoster(roster: readonly RosterEntry[]): void
  /** What a leaf signed of its microphone; undefined means closed. */
  setBounds(leaf: LeafIndex, track: TrackNumber, bounds: MicrophoneBounds | undefined): void
  /** What a leaf signed of its frames. */
  compare(leaf: LeafIndex, signed: AttestedFrames): void
  /** A leaf asks how far one is, under that number: it is told with what is next signed for. */
  tellHowFar(to: LeafIndex, id: number): void
  /** How large a picture is shown, in device pixels; undefined while it is not visible at all. */
  setVisible(
    leaf: LeafIndex,
    number: TrackNumber,
    size: { width: number; height: number } | undefined,
  ): void
  /**
   * What should be published: the microphone with its gate closed, the camera, the screen with its sound.
   * Ahead of the press all is negotiated, and no sender has a track.
   */
  publish(wanted: PublishWanted): void
  /** Lets sound out, to be attested or not, and closes the gate of any other room of the page, also where it is not opened here. Resolves to the track and the counter of the first frame that may pass; undefined without a microphone, or if the worker stopped. */
  openGate(how?: { isAttested: boolean }): Promise<{ track: TrackNumber; from: number } | undefined>
  /** Nothing passes from the call on. Resolves to the counter of the last frame that passed; undefined if the worker stopped. */
  closeGate(): Promise<{ track: TrackNumber; after: number } | undefined>
}

/** A device is named as the browser numbers it; `default` leaves the choice to the browser. Undefined publishes nothing. */
export type PublishWanted = {
  microphone: string | undefined
  camera: string | undefined
  screen: boolean
  /** One waits in the green room: the senders are made, and are given nothing to send. */
  isAhead: boolean
}
