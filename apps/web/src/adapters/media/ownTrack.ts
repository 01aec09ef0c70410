import type { AnnouncedTrack, TrackKind } from '@parley/call'
import type { TrackNumber } from '@parley/protocol'
import {
  LocalAudioTrack,
  LocalVideoTrack,
  type LocalTrack,
  type Room,
  type Track,
} from 'livekit-client'
import { CameraTrack } from './cameraTrack.ts'
import { cameraBitrate, linesOf, publishOptions } from './publishOptions.ts'
import { nextTrackNumber, randomTrackName } from './trackNumbers.ts'

type Local = LocalAudioTrack | LocalVideoTrack

/**
 * One of the tracks this page sends. It keeps number and name when its device changes, when it is
 * switched off and on, and in each room connection; senders are not reused, so it is muted, not unpublished.
 */
export class OwnTrack {
  readonly kind: TrackKind
  readonly number: TrackNumber = nextTrackNumber()
  readonly name: string = randomTrackName()
  /** Nothing is encoded of what its device gives: its sender waits, and goes on at once. */
  isResting = false
  /** Nobody is there to see it: of a camera the smallest picture alone is made. */
  isUnseen = false
  #media: MediaStreamTrack | undefined
  #published: { room: Room; local: Local } | undefined

  constructor(kind: TrackKind) {
    this.kind = kind
  }

  get media(): MediaStreamTrack | undefined {
    return this.#media
  }

  get announced(): AnnouncedTrack {
    return { number: this.number, kind: this.kind, name: this.name }
  }

  /** Gives it other media; what it had stops. Undefined switches it off. */
  put(media: MediaStreamTrack | undefined): void {
    if (this.#media !== media) this.#media?.stop()
    this.#media = media
  }

  /** Whether the client's track is this one's. */
  isSentBy(local: Track): boolean {
    return this.#published?.local === local
  }

  /** Brings what the room has of it to what it is now; one that is only made ready has a sender with no track in it. */
  async sendIn(room: Room | undefined, { isAhead }: { isAhead: boolean }): Promise<void> {
    if (!room) {
      this.#published = undefined
      return
    }
    await this.#bringUp(room)
    const media = this.#media
    const local = this.#localIn(room)
    const sender = local?.sender
    if (sender) await letRest(sender, this.isResting)
    if (!media || !sender) return
    if (local instanceof CameraTrack) {
      if (isAhead || this.isUnseen) local.keepSmall()
      else local.growSoon()
    }
    const wanted = isAhead ? null : media
    if (sender.track !== wanted) await sender.replaceTrack(wanted)
  }

  bringLayers(): void {
    const { local } = this.#published ?? {}
    if (local instanceof CameraTrack) local.bring()
  }

  async #bringUp(room: Room): Promise<void> {
    const media = this.#media
    const local = this.#localIn(room)
    if (!local) {
      if (media) await this.#publish(room, media)
    } else if (media) {
      if (local.mediaStreamTrack !== media) {
        await local.replaceTrack(media, true)
        if (this.kind === 'camera') await fitBitrate(local.sender, media)
      }
      await local.unmute()
    } else await local.mute()
  }

  #localIn(room: Room): Local | undefined {
    const { local, room: publishedIn } = this.#published ?? {}
    const isThere = [...room.localParticipant.trackPublications.values()].some(
      ({ track }) => track === local,
    )
    return local && publishedIn === room && isThere ? local : undefined
  }

  async #publish(room: Room, media: MediaStreamTrack): Promise<void> {
    const options = { ...publishOptions(this.kind, media), name: this.name }
    const local = localOf(this.kind, media)
    this.#published = { room, local }
    await room.localParticipant.publishTrack(local as LocalTrack, options)
  }
}

/** Where a browser does not let a sender rest it encodes all it is given, and the gate drops that. One that does not go on is not sent. */
async function letRest(sender: RTCRtpSender, isResting: boolean): Promise<void> {
  const parameters = sender.getParameters()
  const [encoding] = parameters.encodings
  if (!encoding || encoding.active !== isResting) return
  encoding.active = !isResting
  const set = sender.setParameters(parameters)
  await (isResting ? set.catch(() => undefined) : set)
}

/** Another camera may have more lines: its largest layer is given what they are worth. */
async function fitBitrate(
  sender: RTCRtpSender | undefined,
  media: MediaStreamTrack,
): Promise<void> {
  const parameters = sender?.getParameters()
  const largest = parameters?.encodings.at(-1)
  const maxBitrate = cameraBitrate(linesOf(media))
  if (!sender || !parameters || !largest || largest.maxBitrate === maxBitrate) return
  largest.maxBitrate = maxBitrate
  await sender.setParameters(parameters)
}

function localOf(kind: TrackKind, media: MediaStreamTrack): Local {
  if (kind === 'camera') return new CameraTrack(media)
  return media.kind === 'video'
    ? new LocalVideoTrack(media, undefined, true)
    : new LocalAudioTrack(media, undefined, true)
}
