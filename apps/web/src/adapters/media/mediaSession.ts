import type {
  AttestedFrames,
  Media,
  MediaDoor,
  MediaEpoch,
  MediaEvent,
  MicrophoneBounds,
  PublishWanted,
  RosterEntry,
} from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import { systemClock } from '@parley/client'
import type { FrameRoom, ReceivedCounts, WorkerReport } from '@parley/sframe'
import type { Track } from 'livekit-client'
import { framesIn, perceive } from './accounts.ts'
import { clientRoom } from './clientRoom.ts'
import { LostLine } from './lostLine.ts'
import type { MediaGround, SessionOwner } from './mediaGround.ts'
import { MediaLine } from './mediaLine.ts'
import { OwnTracks } from './ownTracks.ts'
import { Pulse } from './pulse.ts'
import { readTransports } from './readTransports.ts'
import { RoomEpochs } from './roomEpochs.ts'
import type { HeldMicrophone } from './sharedMicrophone.ts'
import { Subscriptions } from './subscriptions.ts'
import { WayMeter } from './wayMeter.ts'
import type { WorkerRoom } from './workerRoom.ts'

/**
 * Media of one room: LiveKit, with every frame through our worker. One at a time for each room, on the
 * ground of its page; whoever opens it disposes of it.
 */
export class MediaSession implements Media {
  readonly #listeners = new Set<(event: MediaEvent) => void>()
  readonly #ending = new AbortController()
  readonly #parts = new DisposableStack()
  readonly #ground: MediaGround
  readonly #owner: SessionOwner
  readonly #worker: WorkerRoom
  readonly #epochs: RoomEpochs
  readonly #own: OwnTracks
  readonly #subscriptions: Subscriptions
  readonly #line: MediaLine
  readonly #connections: Set<RTCPeerConnection>
  readonly #lost = new LostLine((event) => this.#tell(event))
  readonly #pulse = new Pulse({
    read: () => readTransports(this.#connections),
    onQuiet: (sinceMs) => this.#lost.lose('pulse', sinceMs),
    onAlive: () => this.#lost.find('pulse'),
  })
  readonly #ways = new WayMeter()
  #counted: readonly ReceivedCounts[] = []

  /** In `connections` are those of the room that stand, for whoever reads them. */
  constructor({
    ground,
    room,
    connections = new Set(),
  }: {
    ground: MediaGround
    room: FrameRoom
    connections?: Set<RTCPeerConnection>
  }) {
    this.#ground = ground
    this.#connections = connections
    this.#owner = {
      room,
      onConnectionState: (connection) => this.#watch(connection),
      onNegotiated: () => this.#own.bringLayers(),
    }
    const tell = (event: MediaEvent) => this.#tell(event)
    this.#worker = ground.worker.open(room, {
      onCounted: (counted) => this.#count(counted),
      onGateTaken: (taken) => this.#giveGate(taken),
      onFrames: tell,
      onDead: () => this.#shut(),
      onRenewed: () => tell({ type: 'frames-stopped' }),
    })
    this.#epochs = new RoomEpochs(this.#worker)
    this.#own = new OwnTracks({
      tell,
      clock: systemClock,
      capture: ground.captureFor(room),
      onMicrophone: (held) => this.#hold(held),
    })
    this.#own.restMicrophone(true)
    if (room === 'caucus')
      this.#parts.use(ground.microphone.follow(() => this.#own.takeMicrophoneAgain()))
    this.#subscriptions = new Subscriptions({
      send: (command) => this.#worker.send(command),
      askKeyFrame: (id) => ground.worker.askKeyFrame(id),
      transforms: ground.transforms,
      tell,
    })
    this.#line = new MediaLine({
      clock: systemClock,
      rtcConfig: ground.sealed.configurationFor(this.#owner),
      read: () => readTransports(this.#connections),
      makeRoom: (isFlowing) =>
        clientRoom({
          isFlowing,
          onTrailer: (trailer) => this.#worker.send({ do: 'set-filler-trailer', trailer }),
          onSender: (sender, local) => this.#bind(sender, local),
          onMuted: () => this.#own.sendAgain(),
        }),
      onRoom: (connected) => {
        this.#subscriptions.use(connected)
        this.#own.sendIn(connected)
      },
      onLost: (sinceMs) => this.#lost.lose('line', sinceMs),
      onBack: () => {
        this.#pulse.renew()
        this.#lost.renew()
      },
    })
    const { signal } = this.#ending
    globalThis.addEventListener('online', () => this.#line.poke(), { signal })
  }

  listen(listener: (event: MediaEvent) => void): Disposable {
    this.#listeners.add(listener)
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) }
  }

  connect({ ask, isOfThisCall }: MediaDoor): void {
    this.#subscriptions.readNotesBy(isOfThisCall)
    this.#line.connect(async (signal) => {
      const why = await this.#ground.unfit
      if (!why) return ask(signal)
      this.#tell({ type: 'browser-unfit', why })
      throw new Error(why)
    })
  }

  serverIsBack(): void {
    this.#line.poke()
  }

  async setEpoch(epoch: MediaEpoch): Promise<void> {
    this.#subscriptions.seat(epoch.leaves)
    await this.#epochs.install(epoch)
  }

  holdBack(because: string | undefined): void {
    this.#worker.send({ do: 'hold-back', isHeld: because !== undefined })
    this.#own.keepCameraSmall(because === 'alone')
  }

  expect(identities: readonly string[]): void {
    this.#subscriptions.expect(identities)
  }

  setRoster(roster: readonly RosterEntry[]): void {
    this.#subscriptions.setRoster(roster)
  }

  setBounds(leaf: LeafIndex, track: TrackNumber, bounds: MicrophoneBounds | undefined): void {
    this.#epochs.setBounds(leaf, track, bounds)
  }

  compare(leaf: LeafIndex, signed: AttestedFrames): void {
    this.#worker.send({ do: 'compare', leaf, ...signed })
  }

  tellHowFar(to: LeafIndex, id: number): void {
    this.#worker.send({ do: 'tell-how-far', to, id })
  }

  setVisible(
    leaf: LeafIndex,
    number: TrackNumber,
    size: { width: number; height: number } | undefined,
  ): void {
    this.#subscriptions.setVisible(leaf, number, size)
  }

  publish(wanted: PublishWanted): void {
    this.#own.want(wanted)
  }

  async openGate(how?: {
    isAttested: boolean
  }): Promise<{ track: TrackNumber; from: number } | undefined> {
    if (!this.#own.hasMicrophone) {
      // Whoever would speak here is not to be heard elsewhere instead.
      this.#worker.send({ do: 'clear-gate' })
      return undefined
    }
    const track = this.#own.microphone
    this.#own.restMicrophone(false)
    const from = await this.#worker.moveGate('open-gate', track, how)
    if (from === undefined) return undefined
    // The worker answers in order: what closed it before this was asked has been told by now.
    this.#own.restMicrophone(false)
    return { track, from }
  }

  async closeGate(): Promise<{ track: TrackNumber; after: number } | undefined> {
    const track = this.#own.microphone
    const after = await this.#worker.moveGate('close-gate', track)
    this.#own.restMicrophone(true)
    return after === undefined ? undefined : { track, after }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort()
    this.#parts.dispose()
    this.#listeners.clear()
    this.holdBack('disposed')
    this.#subscriptions[Symbol.dispose]()
    await this.#line[Symbol.asyncDispose]()
    this.#lend(undefined)
    this.#own[Symbol.dispose]()
    this.#ground.sealed.shut(this.#owner)
    this.#worker[Symbol.dispose]()
  }

  #bind(sender: RTCRtpSender, local: Track): void {
    const id = this.#ground.transforms.idOf(sender)
    const track = this.#own.trackOf(local)
    if (id === undefined || !track) return
    const { number, kind } = track
    this.#worker.send({
      do: 'bind-sender',
      id,
      track: number,
      isMicrophone: kind === 'microphone',
    })
  }

  /** No worker, no frames: the ground has closed the connections, and they stay so until one joins anew. */
  #shut(): void {
    this.#line.leave()
    this.#own.restMicrophone(true)
    this.#counted = []
    this.#lost.lose('line', Date.now())
  }

  /** A microphone that is gone and comes back starts closed. */
  #hold(held: HeldMicrophone | undefined): void {
    this.#lend(held)
    if (held) return
    void this.closeGate()
    this.#tell({ type: 'microphone-lost' })
  }

  #giveGate(taken: { track: TrackNumber; after: number }): void {
    this.#own.restMicrophone(true)
    this.#tell({ type: 'gate-taken', ...taken })
  }

  #lend(held: HeldMicrophone | undefined): void {
    if (this.#owner.room === 'plenary') this.#ground.microphone.lend(held)
  }

  #count({ received, sent, unbound }: WorkerReport & { type: 'counted' }): void {
    const all = framesIn([...received, unbound.received])
    this.#pulse.feel(all, Date.now()).catch(() => undefined)
    const { hears, sees } = perceive(this.#counted, received, (leaf, track) =>
      this.#subscriptions.kindOf(leaf, track),
    )
    this.#counted = received
    this.#subscriptions.mendPictures(received)
    void this.#measureWay().catch(() => undefined)
    this.#tell({ type: 'frames-counted', hears, sees })
    this.#tell({
      type: 'accounts',
      received: received.map(({ passed: opened, ...account }) => ({ ...account, opened })),
      sent: sent.map(({ track, passed: sealed, drops }) => ({ track, sealed, drops })),
    })
  }

  async #measureWay(): Promise<void> {
    const measured = await this.#ways.measure(this.#connections, Date.now())
    if (measured) this.#tell({ type: 'way-measured', ...measured })
  }

  #watch(connection: RTCPeerConnection): void {
    const { connectionState: state } = connection
    for (const each of this.#connections)
      if (each.connectionState === 'closed') this.#connections.delete(each)
    if (state === 'connected') this.#connections.add(connection)
    if (state === 'disconnected' || state === 'failed')
      this.#lost.lose('transport', this.#pulse.aliveAtMs ?? Date.now())
    if (state === 'connected') this.#lost.find('transport')
  }

  #tell(event: MediaEvent): void {
    this.#ways.follow(event)
    for (const listener of this.#listeners) listener(event)
  }
}
