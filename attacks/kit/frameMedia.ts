import type {
  AnnouncedTrack,
  AttestedFrames,
  Media,
  MediaEpoch,
  MediaEvent,
  MediaLeaf,
  MicrophoneBounds,
  PublishWanted,
  RosterEntry,
  TrackKind,
} from '@parley/call'
import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import type { FrameRoom, ReceivedCounts, TransformId, WorkerReport } from '@parley/sframe'
import type { CarriedFrame, MediaPath, Receiver } from '@parley/testkit/evil'
import { perceive } from '../../apps/web/src/adapters/media/accounts.ts'
import { RoomEpochs } from '../../apps/web/src/adapters/media/roomEpochs.ts'
import { randomTrackName } from '../../apps/web/src/adapters/media/trackNumbers.ts'
import type { WorkerRoom } from '../../apps/web/src/adapters/media/workerRoom.ts'
import type { FramePage } from './framePage.ts'
import type { Encoded } from './workerInProcess.ts'

const MIME_TYPES = { microphone: 'audio/opus', camera: 'video/VP8' } as const

/** What was played: whose and which, as the roster names it, and the words in it. */
export type Played = { leaf: LeafIndex; kind: TrackKind; words: string }

type OwnTrack = AnnouncedTrack & { give: (frame: Encoded) => void }
type Incoming = {
  id: TransformId
  leaf: LeafIndex
  track: AnnouncedTrack
  give: (frame: Encoded) => void
}

/**
 * Media over the evil media server instead of LiveKit: the page's own end of the frame worker and the worker's
 * own code, told what the page's media session tells it.
 */
export class FrameMedia implements Media, Receiver {
  readonly played: Played[] = []
  readonly #path: MediaPath
  readonly #page: FramePage
  readonly #name: FrameRoom
  readonly #room: WorkerRoom
  readonly #epochs: RoomEpochs
  readonly #listeners = new Set<(event: MediaEvent) => void>()
  readonly #own = new Map<TrackKind, OwnTrack>()
  readonly #incoming = new Map<`${string}/${string}`, Incoming>()
  readonly #parts = new DisposableStack()
  #you: MediaLeaf | undefined
  #counted: readonly ReceivedCounts[] = []

  constructor({
    page,
    path,
    room = 'plenary',
  }: {
    page: FramePage
    path: MediaPath
    room?: FrameRoom
  }) {
    this.#page = page
    this.#path = path
    this.#name = room
    this.#room = page.owner.open(room, {
      onCounted: (counted) => this.#count(counted),
      onGateTaken: ({ track, after }) => this.#tell({ type: 'gate-taken', track, after }),
      onFrames: (report) => this.#tell(report),
      onDead: () => undefined,
      onRenewed: () => this.#tell({ type: 'frames-stopped' }),
    })
    this.#epochs = new RoomEpochs(this.#room)
    this.#parts.use(path.join(this))
  }

  /** Who it is at the media server. */
  get identity(): string {
    return this.#you?.identity ?? ''
  }

  /** What of a kind it publishes, as the media server names it. */
  nameOf(kind: TrackKind): string {
    return this.#own.get(kind)?.name ?? ''
  }

  /** The number of what of a kind it publishes. */
  numberOf(kind: TrackKind): TrackNumber {
    const { number } = this.#own.get(kind) ?? {}
    if (!number) throw new Error('It publishes none')
    return number
  }

  /** Sealed bytes as a frame of a kind of its own. */
  carried(kind: keyof typeof MIME_TYPES, data: Bytes): CarriedFrame {
    const [identity, name] = [this.identity, this.nameOf(kind)]
    return { identity, name, mimeType: MIME_TYPES[kind], isKeyFrame: kind === 'camera', data }
  }

  /** The encoder has a frame with those words in it: of a picture, a key frame. */
  encode(kind: keyof typeof MIME_TYPES, words: string): void {
    const data = new TextEncoder().encode(words.padEnd(16)).buffer
    const type = kind === 'camera' ? { type: 'key' as const } : {}
    this.#own
      .get(kind)
      ?.give({ data, ...type, getMetadata: () => ({ mimeType: MIME_TYPES[kind] }) })
  }

  /** From the media server. It reaches the receiver of the track whose it is said to be, if that is asked for. */
  hear({ identity, name, data, mimeType, isKeyFrame }: CarriedFrame): void {
    const incoming = this.#incoming.get(`${identity}/${name}`)
    const isVideo = mimeType.startsWith('video/')
    const type = isVideo ? { type: isKeyFrame ? ('key' as const) : ('delta' as const) } : {}
    incoming?.give({ data: data.slice().buffer, ...type, getMetadata: () => ({ mimeType }) })
  }

  listen(listener: (event: MediaEvent) => void): Disposable {
    this.#listeners.add(listener)
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) }
  }

  connect(): void {
    this.#tell({ type: 'media-back' })
  }

  serverIsBack(): void {}

  async setEpoch(epoch: MediaEpoch): Promise<void> {
    this.#you = epoch.you
    await this.#epochs.install(epoch)
  }

  holdBack(because: string | undefined): void {
    this.#room.send({ do: 'hold-back', isHeld: because !== undefined })
  }

  expect(): void {}

  setRoster(roster: readonly RosterEntry[]): void {
    const named = new Map(
      roster.flatMap(({ identity, leaf, tracks }) =>
        tracks.map((track) => [`${identity}/${track.name}`, { leaf, track }] as const),
      ),
    )
    for (const [key, { id }] of this.#incoming)
      if (!named.has(key)) {
        this.#room.send({ do: 'unbind', id })
        this.#incoming.delete(key)
      }
    for (const [key, { leaf, track }] of named)
      if (!this.#incoming.has(key)) this.#incoming.set(key, this.#receive(leaf, track))
  }

  setBounds(leaf: LeafIndex, track: TrackNumber, bounds: MicrophoneBounds | undefined): void {
    this.#epochs.setBounds(leaf, track, bounds)
  }

  compare(leaf: LeafIndex, signed: AttestedFrames): void {
    this.#room.send({ do: 'compare', leaf, ...signed })
  }

  tellHowFar(to: LeafIndex, id: number): void {
    this.#room.send({ do: 'tell-how-far', to, id })
  }

  setVisible(): void {}

  publish({ microphone, camera, isAhead }: PublishWanted): void {
    if (isAhead) return
    const isMicrophoneNew = microphone !== undefined && !this.#own.has('microphone')
    const isCameraNew = camera !== undefined && !this.#own.has('camera')
    if (isMicrophoneNew) this.#send('microphone')
    if (isCameraNew) this.#send('camera')
    if (!isMicrophoneNew && !isCameraNew) return
    const tracks = [...this.#own.values()].map(({ number, kind, name }) => ({ number, kind, name }))
    this.#tell({ type: 'own-tracks-changed', tracks })
  }

  async openGate(how?: {
    isAttested: boolean
  }): Promise<{ track: TrackNumber; from: number } | undefined> {
    const track = this.#own.get('microphone')?.number
    const from = track && (await this.#room.moveGate('open-gate', track, how))
    return track === undefined || from === undefined ? undefined : { track, from }
  }

  async closeGate(): Promise<{ track: TrackNumber; after: number } | undefined> {
    const track = this.#own.get('microphone')?.number
    const after = track && (await this.#room.moveGate('close-gate', track))
    return track === undefined || after === undefined ? undefined : { track, after }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listeners.clear()
    this.holdBack('disposed')
    this.#parts.dispose()
  }

  #send(kind: keyof typeof MIME_TYPES): void {
    const [number, id] = [this.#page.nextTrack() as TrackNumber, this.#page.nextTransform()]
    const name = randomTrackName()
    const give = this.#transform('send', id, ({ data }) =>
      this.#path.carry(this.carried(kind, new Uint8Array(data))),
    )
    this.#own.set(kind, { number, kind, name, give })
    this.#room.send({ do: 'bind-sender', id, track: number, isMicrophone: kind === 'microphone' })
  }

  #receive(leaf: LeafIndex, track: AnnouncedTrack): Incoming {
    const id = this.#page.nextTransform()
    const { number, kind, attested } = track
    const isAttested = attested ?? false
    const give = this.#transform('receive', id, ({ data }) => {
      this.played.push({ leaf, kind, words: new TextDecoder().decode(data).trimEnd() })
    })
    const isMicrophone = kind === 'microphone'
    this.#room.send({ do: 'bind-receiver', id, leaf, track: number, isMicrophone, isAttested })
    return { id, leaf, track, give }
  }

  /** What comes out of the worker is taken; what is given goes in. */
  #transform(
    side: 'send' | 'receive',
    id: TransformId,
    take: (frame: Encoded) => void,
  ): (frame: Encoded) => void {
    const given = Promise.withResolvers<ReadableStreamDefaultController<Encoded>>()
    const readable = new ReadableStream<Encoded>({
      start: (controller) => given.resolve(controller),
    })
    const writable = new WritableStream<Encoded>({ write: take })
    const options = { id, side, room: this.#name } as const
    this.#page.worker.transform({ readable, writable, sendKeyFrameRequest: nobodyIsAsked }, options)
    return (frame) => void given.promise.then((controller) => controller.enqueue(frame))
  }

  #count({ received, sent }: WorkerReport & { type: 'counted' }): void {
    const kindOf = (leaf: LeafIndex, number: TrackNumber) =>
      [...this.#incoming.values()].find((one) => one.leaf === leaf && one.track.number === number)
        ?.track.kind
    const { hears, sees } = perceive(this.#counted, received, kindOf)
    this.#counted = received
    this.#tell({ type: 'frames-counted', hears, sees })
    this.#tell({
      type: 'accounts',
      received: received.map(({ passed: opened, ...account }) => ({ ...account, opened })),
      sent: sent.map(({ track, passed: sealed, drops }) => ({ track, sealed, drops })),
    })
  }

  #tell(event: MediaEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}

async function nobodyIsAsked(): Promise<void> {}
