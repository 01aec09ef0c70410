import { Room, RoomEvent, Track } from 'livekit-client'
import { Ear, Eye } from './senses.ts'

/** Sealed sound is noise to a decoder: for one look it may be near any pitch. */
const HEARD_LOOKS = 5

/** A plain LiveKit client with a valid token and no worker: what the media server itself could see. */
export class Stranger {
  readonly #eyes: Eye[] = []
  readonly #ears: Ear[] = []
  readonly #room = new Room()
  readonly everSeen = new Set<number>()
  readonly everHeard = new Set<number>()
  #heardFor = 0

  static async join(url: string, token: string): Promise<Stranger> {
    const stranger = new Stranger()
    await stranger.#room.connect(url, token)
    return stranger
  }

  constructor() {
    this.#room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind === Track.Kind.Video) this.#eyes.push(new Eye(track.mediaStreamTrack))
      else this.#ears.push(new Ear(track.mediaStreamTrack))
    })
    setInterval(() => this.#look(), 20)
  }

  /** Tracks that reached it, and bytes of them. */
  async received(): Promise<{ tracks: number; bytes: number }> {
    let bytes = 0
    for (const participant of this.#room.remoteParticipants.values())
      for (const { track } of participant.trackPublications.values()) {
        const stats = await track?.receiver?.getStats()
        stats?.forEach((entry: { type: string; bytesReceived?: number }) => {
          if (entry.type === 'inbound-rtp') bytes += entry.bytesReceived ?? 0
        })
      }
    return { tracks: this.#eyes.length + this.#ears.length, bytes }
  }

  #look(): void {
    for (const eye of this.#eyes) add(this.everSeen, eye.sees())
    const heard = this.#ears.map((ear) => ear.hears()).filter((found) => found !== undefined)
    this.#heardFor = heard.length > 0 ? this.#heardFor + 1 : 0
    if (this.#heardFor >= HEARD_LOOKS) for (const found of heard) this.everHeard.add(found)
  }
}

function add(to: Set<number>, found: number | undefined): void {
  if (found !== undefined) to.add(found)
}
