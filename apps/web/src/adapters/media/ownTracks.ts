import type { MediaEvent, PublishWanted, TrackKind } from '@parley/call'
import { Reconciler } from '@parley/client'
import type { TrackNumber } from '@parley/protocol'
import type { Room, Track } from 'livekit-client'
import { captureDevice, captureScreen, whyFailed } from './capture.ts'
import { OwnTrack } from './ownTrack.ts'

const KINDS: readonly TrackKind[] = ['microphone', 'camera', 'screen', 'screen-sound']

/** Brings devices, and what the room has of them, to what is wanted. */
export class OwnTracks implements Disposable {
  readonly #tell: (event: MediaEvent) => void
  readonly #tracks = new Map(KINDS.map((kind) => [kind, new OwnTrack(kind)]))
  readonly #senders = new Map(
    KINDS.map((kind) => [kind, new Reconciler<Room | undefined>((room) => this.#send(kind, room))]),
  )
  readonly #camera = new Reconciler<string | undefined>((device) => this.#take('camera', device))
  readonly #microphone = new Reconciler<string | undefined>((device) =>
    this.#take('microphone', device),
  )
  readonly #screen = new Reconciler<boolean>((isWanted) => this.#takeScreen(isWanted))
  readonly #devices = new Map<TrackKind, string>()
  #wanted: PublishWanted = { microphone: undefined, camera: undefined, screen: false }
  #room: Room | undefined
  #announced = ''
  #isDisposed = false

  constructor(tell: (event: MediaEvent) => void) {
    this.#tell = tell
  }

  /** The microphone's number, while a device gives sound. */
  get microphone(): TrackNumber | undefined {
    const track = this.#tracks.get('microphone')
    return track?.media && track.number
  }

  /** A wish that failed is tried again when it changes. */
  want({ microphone, camera, screen }: PublishWanted): void {
    const before = this.#wanted
    this.#wanted = { microphone, camera, screen }
    if (before.microphone !== microphone) void this.#microphone.want(microphone)
    if (before.camera !== camera) void this.#camera.want(camera)
    if (before.screen !== screen) void this.#screen.want(screen)
  }

  /** A new connection, or none: everything is published in it anew, under its own number and name. */
  sendIn(room: Room | undefined): void {
    this.#room = room
    for (const sender of this.#senders.values()) void sender.want(room)
  }

  /** The track that a sender of the client is for. */
  trackOf(local: Track): OwnTrack | undefined {
    return [...this.#tracks.values()].find((track) => track.isSentBy(local))
  }

  [Symbol.dispose](): void {
    this.#isDisposed = true
    for (const track of this.#tracks.values()) track.put(undefined)
  }

  async #take(kind: 'camera' | 'microphone', device: string | undefined): Promise<void> {
    if (this.#devices.get(kind) === device && this.#tracks.get(kind)?.media) return
    if (device === undefined) return this.#put(kind, undefined)
    try {
      const media = await captureDevice(kind, device)
      this.#devices.set(kind, device)
      this.#put(kind, media)
    } catch (cause) {
      this.#tell({ type: 'device-failed', kind, why: whyFailed(cause) })
    }
  }

  async #takeScreen(isWanted: boolean): Promise<void> {
    if (!isWanted) return this.#endScreen()
    if (this.#tracks.get('screen')?.media) return
    try {
      for (const [kind, media] of await captureScreen()) this.#put(kind, media)
    } catch (cause) {
      this.#tell({ type: 'device-failed', kind: 'screen', why: whyFailed(cause) })
      this.#tell({ type: 'screen-ended' })
    }
  }

  #endScreen(): void {
    this.#put('screen', undefined)
    this.#put('screen-sound', undefined)
  }

  #put(kind: TrackKind, media: MediaStreamTrack | undefined): void {
    const track = this.#tracks.get(kind)
    if (!track || this.#isDisposed) return media?.stop()
    if (track.media === media) return
    track.put(media)
    media?.addEventListener('ended', () => this.#end(kind, media), { once: true })
    this.#tell({ type: 'own-media', kind, media })
    this.#announce()
    void this.#senders.get(kind)?.want(this.#room)
  }

  /** Unplugged, or the browser's own "stop sharing". */
  #end(kind: TrackKind, media: MediaStreamTrack): void {
    if (this.#tracks.get(kind)?.media !== media) return
    this.#devices.delete(kind)
    this.#put(kind, undefined)
    if (kind !== 'screen') return this.#tell({ type: 'device-failed', kind, why: 'ended' })
    this.#endScreen()
    this.#tell({ type: 'screen-ended' })
  }

  /** Before it is sent: whoever is to receive it needs the signed words first. */
  #announce(): void {
    const tracks = [...this.#tracks.values()]
      .filter(({ media }) => media)
      .map(({ announced }) => announced)
    const words = tracks.map(({ number }) => number).join()
    if (words === this.#announced) return
    this.#announced = words
    this.#tell({ type: 'own-tracks-changed', tracks })
  }

  /** What fails to be published is published in the next connection. */
  async #send(kind: TrackKind, room: Room | undefined): Promise<void> {
    await this.#tracks
      .get(kind)
      ?.sendIn(room)
      .catch(() => undefined)
  }
}
