import { intervalMs, type Call, type CallEvent, type Clock } from '@parley/call'
import { within, type OpenRoom, type OpenSeat } from '@parley/client'
import type { RecorderReport, TrackToRecord } from '@parley/sframe/recorder'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { RecorderLine } from '../../adapters/recording/recorderLine.ts'
import { newRecording } from './newRecording.ts'
import {
  RECORDS_NOTHING,
  stepRecording,
  type RecordingEffect,
  type RecordingEvent,
  type RecordingState,
} from './recordingState.ts'

/** Said again four times in it. Larger: a page that hangs records on for longer. Smaller: a busy one leaves gaps. */
const ALLOWED_FOR_MS = 2500

/** Larger: who leaves waits for a slow disk. Smaller: its last half second is lost. */
const END_WITHIN_MS = 1500

/** What lies on the disk. */
export type Written = { bytes: number; toMs: number | undefined }

const NOTHING_WRITTEN: Written = { bytes: 0, toMs: undefined }

type RunnerParts = {
  seat: OpenSeat
  plenary: OpenRoom
  clock: Clock
  tell: (event: CallEvent) => void
  /** The frame worker that lives. */
  worker: () => Worker
}

/** Carries out what a recorder asks of the world: its words in the room, its file, and the frame worker. */
export class RecordingRunner implements AsyncDisposable {
  readonly #parts: RunnerParts
  readonly #state = signal<RecordingState>(RECORDS_NOTHING)
  readonly #written = signal<Written>(NOTHING_WRITTEN)
  #line: RecorderLine | undefined
  #tracks = ''
  #ended = Promise.withResolvers<void>()
  #announcements = 0

  constructor(parts: RunnerParts) {
    this.#parts = parts
  }

  get state(): ReadonlySignal<RecordingState> {
    return this.#state
  }

  get written(): ReadonlySignal<Written> {
    return this.#written
  }

  send(event: RecordingEvent): void {
    const [state, effects] = stepRecording(this.#state.peek(), event)
    this.#state.value = state
    for (const effect of effects) this.#do(effect)
  }

  /** The whole list each time. */
  list(tracks: readonly TrackToRecord[]): void {
    const words = JSON.stringify(tracks)
    if (words === this.#tracks || !this.#line) return
    this.#tracks = words
    this.#line.send({ do: 'list', tracks })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const isOpen = this.#line !== undefined
    this.send({ type: 'switched', isOn: false })
    if (isOpen) await within(this.#parts.clock, END_WITHIN_MS, this.#ended.promise)
    this.#letGo()
  }

  #do(effect: RecordingEffect): void {
    switch (effect.do) {
      case 'make-file':
        return void this.#makeFile().catch(() => this.send({ type: 'failed', why: 'disk-failed' }))
      case 'announce':
        return void this.#announce(effect.part)
      case 'allow':
        return this.#line?.send({ ...effect, forMs: ALLOWED_FOR_MS })
      case 'close': {
        const { takeBackFromMs } = effect
        return this.#line?.send({
          do: 'close',
          ...(takeBackFromMs !== undefined && { takeBackFromMs }),
        })
      }
      case 'end-file':
        return this.#line?.send({ do: 'end' })
    }
  }

  async #makeFile(): Promise<void> {
    const { seat, clock, worker } = this.#parts
    const made = await newRecording(seat, clock.nowMs())
    if (this.#state.peek().file !== 'making') return
    if (!made) return this.send({ type: 'failed', why: 'no-key' })
    this.#letGo()
    this.#written.value = NOTHING_WRITTEN
    this.#ended = Promise.withResolvers()
    this.#line = new RecorderLine(worker(), (report) => this.#hear(report))
    this.#line.send({ do: 'begin', ...made })
  }

  #hear(report: RecorderReport): void {
    switch (report.type) {
      case 'begun':
        return this.send({ type: 'file-made' })
      case 'written':
        this.#written.value = report
        return undefined
      case 'closed':
        this.#written.value = { ...this.#written.peek(), bytes: report.bytes }
        return undefined
      case 'ended':
        return this.#ended.resolve()
      case 'failed':
        this.#ended.resolve()
        return this.send(report)
    }
  }

  /** At once, in a heartbeat, which all that come after it repeat. The log has it before a frame is taken. */
  async #announce(part: number | undefined): Promise<void> {
    const { plenary, tell } = this.#parts
    const { runner, room } = plenary
    const { records: _, ...others } = runner.call.agenda
    tell({ type: 'agenda-said', said: { ...others, ...(part !== undefined && { records: part }) } })
    const announcement = ++this.#announcements
    const isSaid = await room.say(runner.heartbeat(nextMsOf(runner.call))).then(
      () => true,
      () => false,
    )
    // One that was said meanwhile is the one to wait for.
    if (part === undefined || announcement !== this.#announcements) return
    this.send({ type: isSaid ? 'announced' : 'not-announced', part })
  }

  #letGo(): void {
    this.#line?.[Symbol.dispose]()
    this.#line = undefined
    this.#tracks = ''
  }
}

function nextMsOf({ publishing, members }: Call): number {
  return intervalMs({ publishes: publishing.tracks.length > 0, members: members.size })
}
