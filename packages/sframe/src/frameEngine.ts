import type { Bytes, TrackNumber } from '@parley/protocol'
import { Attester } from './attester.ts'
import { Changes } from './changes.ts'
import type { WorkerClock } from './clock.ts'
import { count, noCounts, type ReceiveDrop, type SendDrop } from './counts.ts'
import { Doubts } from './doubts.ts'
import { Epochs } from './epochs.ts'
import { HoldBack } from './holdBack.ts'
import { IncomingTracks } from './incomingTracks.ts'
import type { MediaFrame } from './mediaFrame.ts'
import type { EngineCommand, EngineReport, TransformId } from './messages.ts'
import type { FrameTap, Tapped } from './frameTap.ts'
import type { MicrophoneGate } from './microphoneGate.ts'
import { OutgoingTrack } from './outgoingTrack.ts'
import { Receiver } from './receiver.ts'

/** Larger: 'who hears you' lags. Smaller: the page is woken for nothing. */
const REPORT_EVERY_MS = 1000

/** Shorter would take real frames for the media server's. */
const TRAILER_AT_LEAST_BYTES = 4

/** What an engine is given. */
type EngineParts = {
  clock: WorkerClock
  /** The one of all engines of a page. */
  gate: MicrophoneGate
  report: (report: EngineReport) => void
}

/**
 * All that the frame worker knows of a room, without the browser's streams: commands in, reports out,
 * frames through. Disposed of, it lets nothing out, plays nothing, and has forgotten all keys.
 */
export class FrameEngine implements Disposable {
  /** Sees what opened and may be played, and what goes out of here, both as encoders made them. */
  tap: FrameTap | undefined
  readonly #clock: WorkerClock
  readonly #gate: MicrophoneGate
  readonly #report: (report: EngineReport) => void
  readonly #changes = new Changes()
  readonly #holdBack = new HoldBack()
  readonly #epochs: Epochs
  readonly #outgoing = new Map<TrackNumber, OutgoingTrack>()
  readonly #attester = new Attester(this.#outgoing)
  readonly #incoming = new IncomingTracks()
  readonly #doubts: Doubts
  readonly #senders = new Map<TransformId, OutgoingTrack>()
  readonly #receivers = new Map<TransformId, Receiver>()
  readonly #unbound = { sent: noCounts<SendDrop>(), received: noCounts<ReceiveDrop>() }
  #trailer: Bytes = new Uint8Array(0)
  #counting: Disposable

  constructor({ clock, gate, report }: EngineParts) {
    this.#clock = clock
    this.#gate = gate
    this.#report = report
    this.#epochs = new Epochs(clock)
    this.#doubts = new Doubts({
      clock,
      tracks: this.#incoming,
      tell: (doubted) => report({ type: 'doubted', ...doubted }),
      ask: (asked) => report({ type: 'how-far-wanted', ...asked }),
    })
    this.#counting = this.#countLater()
  }

  /** Carries a command out. */
  handle(command: EngineCommand): void {
    this.#carryOut(command)
    this.#changes.announce()
  }

  /** The sealed frame, or why it does not go out. A sender that is not bound lets nothing out. */
  seal(id: TransformId, frame: MediaFrame): Promise<Bytes | SendDrop> {
    const track = this.#senders.get(id)
    if (track) return track.seal(frame, id)
    count(this.#unbound.sent, 'unbound')
    return Promise.resolve('unbound')
  }

  /** The opened frame, or why it is not played. */
  open(id: TransformId, frame: MediaFrame): Promise<Bytes | ReceiveDrop> {
    return this.#receiver(id).open(frame)
  }

  /** Counts a frame that was dropped before it came to be opened. */
  dropWaiting(): void {
    count(this.#unbound.received, 'too-many-waiting')
  }

  [Symbol.dispose](): void {
    this.tap = undefined
    this.#counting[Symbol.dispose]()
    this.#doubts[Symbol.dispose]()
    this.#holdBack.set(true)
    this.#senders.clear()
    for (const receiver of this.#receivers.values()) receiver.bind(undefined)
    this.handle({ do: 'forget-epochs' })
  }

  #carryOut(command: EngineCommand): void {
    switch (command.do) {
      case 'forget-epochs':
        this.#epochs.forget()
        this.#incoming.keep(() => false)
        for (const track of this.#outgoing.values()) track.close()
        return this.#attester.forget()
      case 'install-epoch': {
        const before = new Map(
          this.#incoming.all().map(({ leaf }) => [leaf, this.#epochs.since(leaf)]),
        )
        const { epoch, isAttested = false } = command
        this.#attester.isOn ||= isAttested
        const isHeldBack = this.#holdBack.isHeld
        this.#epochs.install(command, { isHeldBack }).then(
          () => this.#report({ type: 'epoch-installed', epoch }),
          () => undefined,
        )
        this.#incoming.keep((leaf) => {
          const since = before.get(leaf)
          return since === undefined || since === this.#epochs.since(leaf)
        })
        return
      }
      case 'hold-back':
        return this.#holdBack.set(command.isHeld)
      case 'bind-sender':
        this.#senders.set(command.id, this.#track(command.track, command.isMicrophone))
        return
      case 'bind-receiver': {
        const { do: _, id, ...binding } = command
        // What its leaf signs may come before any frame of it.
        this.#incoming.of(binding.leaf, binding.track)
        return this.#receiver(id).bind(binding)
      }
      case 'unbind':
        this.#senders.delete(command.id)
        this.#receivers.get(command.id)?.bind(undefined)
        return
      case 'open-gate': {
        const from = this.#track(command.track, true).open(command)
        return this.#report({ type: 'gate-opened', ask: command.ask, from })
      }
      case 'close-gate': {
        const after = this.#track(command.track, true).close()
        return this.#report({ type: 'gate-closed', ask: command.ask, after })
      }
      case 'clear-gate':
        return this.#gate.clear()
      case 'set-bounds':
        this.#incoming.of(command.leaf, command.track).bounds = command.bounds
        return
      case 'compare':
        return this.#doubts.hear(command.leaf, command)
      case 'tell-how-far':
        return this.#attester.ask(command.to, command.id)
      case 'set-filler-trailer':
        this.#trailer = command.trailer
    }
  }

  #track(number: TrackNumber, isGated: boolean): OutgoingTrack {
    const known = this.#outgoing.get(number)
    if (known) return known
    const begun = new OutgoingTrack(number, {
      epochs: this.#epochs,
      holdBack: this.#holdBack,
      gate: isGated ? this.#gate : undefined,
      isAttested: () => this.#attester.isOn,
      onGateTaken: (after) => this.#report({ type: 'gate-taken', track: number, after }),
      onSealed: (id, frame, made) => this.#show({ id, track: number }, frame, made),
    })
    this.#outgoing.set(number, begun)
    return begun
  }

  #receiver(id: TransformId): Receiver {
    const known = this.#receivers.get(id)
    if (known) return known
    const begun = new Receiver({
      clock: this.#clock,
      changes: this.#changes,
      epochs: this.#epochs,
      tracks: this.#incoming,
      unbound: this.#unbound.received,
      isFiller: (data) => this.#isFiller(data),
      onOpened: ({ leaf, track }, frame, opened) => this.#show({ id, leaf, track }, frame, opened),
      onAttested: (track, ctr, frame) => {
        this.#doubts.played(track, ctr, frame).catch(() => undefined)
      },
    })
    this.#receivers.set(id, begun)
    return begun
  }

  /** One that fails is taken off, and holds up no frame. */
  #show(of: Tapped, frame: MediaFrame, bytes: Bytes): void {
    try {
      this.tap?.(of, frame, bytes)
    } catch {
      this.tap = undefined
    }
  }

  #isFiller(data: Bytes): boolean {
    const trailer = this.#trailer
    if (trailer.length < TRAILER_AT_LEAST_BYTES || data.length < trailer.length) return false
    return data.subarray(-trailer.length).every((byte, at) => byte === trailer[at])
  }

  #countLater(): Disposable {
    return this.#clock.after(REPORT_EVERY_MS, () => {
      this.#counting = this.#countLater()
      this.#count()
      this.#tellSealed()
    })
  }

  #tellSealed(): void {
    const attested = this.#attester.take()
    if (attested) this.#report({ type: 'sealed', ...attested })
  }

  #count(): void {
    this.#report({
      type: 'counted',
      sent: [...this.#outgoing].map(([track, { counts }]) => ({ track, ...counts })),
      received: this.#incoming.all().map(({ leaf, track, counts, passedAtMs, window }) => {
        const quietMs = passedAtMs === undefined ? undefined : this.#clock.nowMs() - passedAtMs
        return { leaf, track, ...counts, quietMs, missing: window.missing }
      }),
      unbound: this.#unbound,
    })
  }
}
