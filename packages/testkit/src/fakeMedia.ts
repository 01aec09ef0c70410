import type {
  AttestedFrames,
  Media,
  MediaEpoch,
  MediaEvent,
  MicrophoneBounds,
  PublishWanted,
  RosterEntry,
} from '@parley/call'
import { TrackNumber, type LeafIndex } from '@parley/protocol'
import * as v from 'valibot'

const MICROPHONE = v.parse(TrackNumber, 1)

/** Media without a media server: remembers what it was told, and lets a test say what happens. */
export class FakeMedia implements Media {
  readonly epochs: MediaEpoch[] = []
  heldBack: string | undefined = 'not-in-call'
  roster: readonly RosterEntry[] = []
  expected: readonly string[] = []
  wanted: PublishWanted | undefined
  readonly bounds = new Map<string, MicrophoneBounds>()
  /** What leaves signed of their frames, and who asked how far one is. */
  readonly compared: (AttestedFrames & { leaf: LeafIndex })[] = []
  readonly askedHowFar: { to: LeafIndex; id: number }[] = []
  isGateOpen = false
  /** The gate still closes, as the real one does; no answer comes. */
  isWorkerHung = false
  isDisposed = false
  #counter = 0
  readonly #listeners = new Set<(event: MediaEvent) => void>()

  /** What the media adapter would tell. */
  tell(event: MediaEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  listen(listener: (event: MediaEvent) => void): Disposable {
    this.#listeners.add(listener)
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) }
  }

  connect(): void {
    this.tell({ type: 'media-back' })
  }

  serverIsBack(): void {}

  async setEpoch(epoch: MediaEpoch): Promise<void> {
    this.epochs.push(epoch)
  }

  holdBack(because: string | undefined): void {
    this.heldBack = because
  }

  expect(identities: readonly string[]): void {
    this.expected = identities
  }

  setRoster(roster: readonly RosterEntry[]): void {
    this.roster = roster
  }

  setBounds(leaf: number, track: number, bounds: MicrophoneBounds | undefined): void {
    if (bounds) this.bounds.set(`${leaf}/${track}`, bounds)
    else this.bounds.delete(`${leaf}/${track}`)
  }

  compare(leaf: LeafIndex, { sealed, soFar }: AttestedFrames): void {
    this.compared.push({ leaf, sealed, ...(soFar && { soFar }) })
  }

  tellHowFar(to: LeafIndex, id: number): void {
    this.askedHowFar.push({ to, id })
  }

  setVisible(): void {}

  publish(wanted: PublishWanted): void {
    const isNew = wanted.microphone !== undefined && this.wanted?.microphone === undefined
    this.wanted = wanted
    if (isNew)
      this.tell({
        type: 'own-tracks-changed',
        tracks: [{ number: MICROPHONE, kind: 'microphone', name: 'microphone' }],
      })
  }

  async openGate(): Promise<{ track: TrackNumber; from: number }> {
    this.isGateOpen = true
    return { track: MICROPHONE, from: this.#counter++ }
  }

  async closeGate(): Promise<{ track: TrackNumber; after: number }> {
    this.isGateOpen = false
    if (this.isWorkerHung) await new Promise<never>(() => undefined)
    return { track: MICROPHONE, after: this.#counter++ }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isDisposed = true
    this.#listeners.clear()
  }
}
