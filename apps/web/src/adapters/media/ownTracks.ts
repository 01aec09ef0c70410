import type { Clock, MediaEvent, PublishWanted, TrackKind } from '@parley/call'
import { Reconciler } from '@parley/client'
import type { TrackNumber } from '@parley/protocol'
import type { Room, Track } from 'livekit-client'
import { captureScreen, whyFailed, type Capture } from './capture.ts'
import { DeviceTroubles } from './deviceTroubles.ts'
import { followReadiness } from './followReadiness.ts'
import { OwnTrack } from './ownTrack.ts'
import { Pursuit, type Outcome } from './pursuit.ts'
import type { HeldMicrophone } from './sharedMicrophone.ts'

const KINDS: readonly TrackKind[] = ['microphone', 'camera', 'screen', 'screen-sound']

/** Fewer: said when the line is only being lost. More: one speaks for longer without being sent. */
const NOT_SENT_SAID_AFTER = 2

/** Brings devices, and what the room has of them, to what is wanted, and tries again while that fails. */
export class OwnTracks implements Disposable {
  readonly #capture: Capture
  readonly #tell: (event: MediaEvent) => void
  readonly #onMicrophone: (held: HeldMicrophone | undefined) => void
  readonly #troubles: DeviceTroubles
  readonly #tracks: ReadonlyMap<TrackKind, OwnTrack> = new Map(
    KINDS.map((kind) => [kind, new OwnTrack(kind)]),
  )
  readonly #senders: ReadonlyMap<TrackKind, Pursuit<Room | undefined>>
  readonly #camera: Pursuit<string | undefined>
  readonly #microphone: Pursuit<string | undefined>
  readonly #screen = new Reconciler<boolean>((isWanted) => this.#takeScreen(isWanted))
  readonly #devices = new Map<TrackKind, string>()
  readonly #parts = new DisposableStack()
  #wanted: PublishWanted = {
    microphone: undefined,
    camera: undefined,
    screen: false,
    isAhead: true,
  }
  #room: Room | undefined
  #announced = ''

  constructor({
    tell,
    clock,
    capture,
    onMicrophone,
  }: {
    tell: (event: MediaEvent) => void
    clock: Clock
    capture: Capture
    /** What gives its sound from now on; undefined when its device is gone, or was exchanged for one that does not work. */
    onMicrophone: (held: HeldMicrophone | undefined) => void
  }) {
    this.#tell = tell
    this.#capture = capture
    this.#onMicrophone = onMicrophone
    this.#troubles = new DeviceTroubles(tell)
    const pursue = <T>(attempt: (wanted: T, failures: number) => Promise<Outcome>): Pursuit<T> =>
      this.#parts.use(new Pursuit({ clock, attempt }))
    this.#camera = pursue((device) => this.#take('camera', device))
    this.#microphone = pursue((device) => this.#take('microphone', device))
    this.#senders = new Map(
      KINDS.map((kind) => [kind, pursue((room, failures) => this.#send(kind, room, failures))]),
    )
    this.#parts.use(
      followReadiness(() => {
        this.#camera.again()
        this.#microphone.again()
      }),
    )
  }

  /** The number under which the microphone is sent, whether or not a device gives sound. */
  get microphone(): TrackNumber {
    return this.#trackFor('microphone').number
  }

  /** Whether the device that is wanted gives sound. */
  get hasMicrophone(): boolean {
    const { media } = this.#trackFor('microphone')
    return media !== undefined && this.#devices.get('microphone') === this.#wanted.microphone
  }

  want(wanted: PublishWanted): void {
    const before = this.#wanted
    const { microphone, camera, screen, isAhead } = wanted
    this.#wanted = wanted
    if (before.isAhead !== isAhead) this.sendIn(this.#room)
    if (before.microphone !== microphone) this.#microphone.want(microphone)
    if (before.camera !== camera) this.#camera.want(camera)
    if (before.screen !== screen) void this.#screen.want(screen)
  }

  /** While its gate is closed its sound goes nowhere, and to encode it would be in vain. */
  restMicrophone(isResting: boolean): void {
    const track = this.#trackFor('microphone')
    if (track.isResting === isResting) return
    track.isResting = isResting
    this.#senders.get('microphone')?.want(this.#room)
  }

  /** While nobody is there to see it, nothing of it is sent, and little is to be made. */
  keepCameraSmall(isUnseen: boolean): void {
    const track = this.#trackFor('camera')
    if (track.isUnseen === isUnseen) return
    track.isUnseen = isUnseen
    this.#senders.get('camera')?.want(this.#room)
  }

  /** The layers of the camera, as they are wanted, however they came to be others. */
  bringLayers(): void {
    this.#trackFor('camera').bringLayers()
  }

  /** What its sound is taken from has changed. */
  takeMicrophoneAgain(): void {
    this.#devices.delete('microphone')
    this.#microphone.want(this.#wanted.microphone)
  }

  /** A new connection, or none: everything is published in it anew, under its own number and name. */
  sendIn(room: Room | undefined): void {
    this.#room = room
    for (const sender of this.#senders.values()) sender.want(room)
  }

  /** What was sent, and perhaps is not any more, is brought to what is wanted. */
  sendAgain(): void {
    this.sendIn(this.#room)
  }

  /** The track that a sender of the client is for. */
  trackOf(local: Track): OwnTrack | undefined {
    return [...this.#tracks.values()].find((track) => track.isSentBy(local))
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
    for (const track of this.#tracks.values()) track.put(undefined)
  }

  async #take(kind: 'camera' | 'microphone', device: string | undefined): Promise<Outcome> {
    if (this.#devices.get(kind) === device && this.#trackFor(kind).media) return 'reached'
    if (device === undefined) {
      this.#put(kind, undefined)
      this.#troubles.captured(kind)
      return 'reached'
    }
    try {
      const media = await this.#capture(kind, device)
      this.#devices.set(kind, device)
      this.#put(kind, media)
      this.#troubles.captured(kind)
      return 'reached'
    } catch (cause) {
      const why = whyFailed(cause)
      this.#put(kind, undefined)
      this.#troubles.fail(kind, why)
      return why === 'refused' ? 'refused' : 'missed'
    }
  }

  /** A screen that was refused is no longer wanted: one asks for it again by a press. */
  async #takeScreen(isWanted: boolean): Promise<void> {
    if (!isWanted) return this.#endScreen()
    if (this.#trackFor('screen').media) return
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
    const track = this.#trackFor(kind)
    if (this.#parts.disposed) return media?.stop()
    if (track.media === media) return
    track.put(media)
    if (kind === 'microphone')
      this.#onMicrophone(media && { media, device: this.#devices.get(kind) ?? 'default' })
    media?.addEventListener('ended', () => this.#end(kind, media), { once: true })
    this.#tell({ type: 'own-media', kind, media })
    this.#announce()
    this.#senders.get(kind)?.want(this.#room)
  }

  /** Unplugged, taken by another program, or the browser's own "stop sharing". */
  #end(kind: TrackKind, media: MediaStreamTrack): void {
    if (this.#trackFor(kind).media !== media) return
    this.#devices.delete(kind)
    this.#put(kind, undefined)
    if (kind === 'screen') {
      this.#endScreen()
      return this.#tell({ type: 'screen-ended' })
    }
    if (kind === 'screen-sound') return undefined
    this.#troubles.fail(kind, 'ended')
    if (kind === 'camera') this.#camera.want(this.#wanted.camera)
    else this.#microphone.want(this.#wanted.microphone)
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

  async #send(kind: TrackKind, room: Room | undefined, failures: number): Promise<Outcome> {
    try {
      const { isAhead } = this.#wanted
      await this.#trackFor(kind).sendIn(room, { isAhead })
      this.#troubles.sent(kind)
      return 'reached'
    } catch {
      if (failures >= NOT_SENT_SAID_AFTER) this.#troubles.fail(kind, 'not-sent')
      return 'missed'
    }
  }

  #trackFor(kind: TrackKind): OwnTrack {
    const track = this.#tracks.get(kind)
    if (!track) throw new Error(`No track is for ${kind}`)
    return track
  }
}
