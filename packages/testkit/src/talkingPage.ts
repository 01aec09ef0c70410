import {
  greenRoom,
  isPlenaryFree,
  SILENT,
  step,
  stepInBooth,
  stepVoice,
  whyHeldBack,
  type Call,
  type CallEffect,
  type CallEvent,
  type Voice,
  type VoiceEvent,
} from '@parley/call'
import type { FrameRoom, WorkerReport } from '@parley/sframe'
import { FrameRooms } from '@parley/sframe/rooms'
import { caucusOf, PLENARY, PublicKey, type RoomId } from '@parley/protocol'
import {
  ally,
  heartbeat,
  leafKey,
  other,
  seated,
  seatOf,
  sideOf,
  tickAt,
  track,
  you,
} from './twoInCall.ts'
import * as v from 'valibot'

const CHOSEN = { wantsCamera: false, camera: 'default', inputDevice: 'first' }
const ROOMS = ['plenary', 'caucus'] as const
const WORDS = new Uint8Array(8)
const SPEAKING: ReadonlySet<Voice['phase']> = new Set(['opening', 'speaking'])

/** Nothing of the worker's falls due by itself: all that these orders are about comes at once. */
const clock = { nowMs: () => 0, after: () => ({ [Symbol.dispose]: () => undefined }) }

/** A frame that came out, in a state in which it may not. */
export type Wrong = { room: FrameRoom; why: string; state: string }

/**
 * An interpreter's page in both rooms, from the press to the frame: the voice, the two calls, and the worker's two engines
 * with their gate. What is asked of the worker reaches it at once and in order; its answers come when the test says so.
 */
export class TalkingPage {
  readonly wrong: Wrong[] = []
  readonly passed = { plenary: 0, caucus: 0 }
  dropped = 0
  voice: Voice = SILENT
  readonly calls: Record<FrameRoom, Call>
  #rooms: FrameRooms
  #nowMs = 0
  #keys = 0
  #epochs = 0
  #asked = 0
  #closings = { plenary: 0, caucus: 0 }
  #answers: { room: FrameRoom; event: CallEvent }[] = []
  #asks = new Map<number, FrameRoom>()
  #isShowing = false
  #device = 'first'
  readonly #sealing = new Set<Promise<void>>()

  constructor() {
    this.calls = { plenary: outside(PLENARY), caucus: outside(caucusOf(sideOf(you))) }
    this.#rooms = this.#begin()
    for (const room of ROOMS) {
      this.#step(room, { type: 'join-pressed', atMs: 0 })
      this.enter(room)
      this.hear(room)
    }
    this.wrong.length = 0
  }

  /** By which the pairs are told apart. */
  get state(): string {
    const { plenary, caucus } = this.calls
    return `${this.voice.phase}, plenary ${plenary.microphone.phase}, caucus ${caucus.microphone.phase}`
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** To the voice, as whoever sits there does it. */
  speak(event: VoiceEvent): void {
    const [voice, effects] = stepVoice(this.voice, event, this.calls)
    this.voice = voice
    for (const effect of effects)
      switch (effect.do) {
        case 'close-plenary':
          this.#step('plenary', { type: 'microphone-shut', by: 'private' })
          break
        case 'close-caucus':
          this.#step('caucus', { type: 'microphone-shut', by: 'holder' })
          break
        case 'open-caucus':
          this.#step('caucus', { type: 'microphone-pressed', aim: effect.aim })
          break
        case 'show-private':
          this.#isShowing = true
      }
  }

  /** The screen says that one speaks privately, if it is to. */
  show(): void {
    if (!this.#isShowing) return
    this.#isShowing = false
    this.speak({ type: 'private-shown' })
  }

  pressPlenary(): void {
    if (isPlenaryFree(this.voice)) this.#step('plenary', { type: 'microphone-pressed' })
  }

  happen(room: FrameRoom, event: CallEvent): void {
    this.#step(room, event)
  }

  tick(ms: number): void {
    this.#nowMs += ms
    for (const room of ROOMS) this.#step(room, tickAt(this.#nowMs))
  }

  /** The log took the joining commit: a leaf of its own, and an epoch of its own. */
  enter(room: FrameRoom): void {
    if (this.calls[room].joining.phase !== 'joining') return
    this.#rooms.handle({ room, do: 'forget-epochs' })
    this.#closings[room]++
    this.rekey(room)
    const key = v.parse(
      PublicKey,
      `${leafKey.slice(0, -5)}${String(this.#keys++).padStart(4, '0')}A`,
    )
    this.#step(room, { type: 'entered', leaf: you, leafKey: key, epoch: 1, mustHear: 'anyone' })
    this.seat(room, 'together')
  }

  /** Somebody of the room is heard with the same lists. */
  hear(room: FrameRoom): void {
    const from = room === 'plenary' ? other : ally
    this.#step(room, heartbeat(this.#nowMs, {}, from))
    this.#step(room, { type: 'fresh-heartbeat-heard', from: 'own-side' })
  }

  /** Who is there; one of them may be held. */
  seat(room: FrameRoom, as: 'together' | 'alone' | 'held'): void {
    const companion = room === 'plenary' ? other : ally
    const event = as === 'alone' ? seated(this.#nowMs, you) : seated(this.#nowMs, you, companion)
    if (event.type !== 'members-changed') return
    const heldFor = as === 'held' ? 'withdrawn' : undefined
    const members = event.members.map((one) => (one.leaf === companion ? { ...one, heldFor } : one))
    this.#step(room, { ...event, members })
  }

  rekey(room: FrameRoom): void {
    const epoch = ++this.#epochs
    const baseKey = new Uint8Array(32).fill(room === 'plenary' ? 1 : 2)
    const leaves = [{ leaf: you, since: 0 }]
    this.#rooms.handle({ room, do: 'install-epoch', epoch, baseKey, you, leaves, cause: 'join' })
  }

  /** First in the plenary, which the caucus has its device from. */
  chooseDevice(): void {
    this.#device = this.#device === 'first' ? 'second' : 'first'
    for (const room of ROOMS)
      this.#step(room, { type: 'input-device-chosen', device: this.#device })
  }

  /** Its gate is closed by then. */
  loseDevice(room: FrameRoom): void {
    this.#ask(room, 'close-gate')
    this.#step(room, { type: 'microphone-lost' })
  }

  /** The oldest of the answers that are under way. */
  answer(): void {
    const answer = this.#answers.shift()
    if (answer) this.#step(answer.room, answer.event)
  }

  answerAll(): void {
    while (this.#answers.length > 0) this.answer()
  }

  /** What it carried is shut; whoever asked is told that nothing moved, and both rooms are joined anew. */
  killWorker(): void {
    this.#rooms.handle({ room: 'plenary', do: 'end-room' })
    this.#rooms.handle({ room: 'caucus', do: 'end-room' })
    for (const room of ROOMS) this.#closings[room]++
    this.answerAll()
    for (const room of this.#asks.values()) this.#step(room, { type: 'gate-not-moved' })
    this.#asks.clear()
    this.#rooms = this.#begin()
    for (const room of ROOMS)
      this.#step(room, { type: 'must-join-again', by: 'frames-stopped', atMs: this.#nowMs })
  }

  /** A syllable reaches the sender of each room: if it comes out, it is looked at in the state of that moment. */
  feed(): void {
    for (const room of ROOMS) {
      const engine = this.#rooms.engineOf(room)
      const frame = { data: WORDS, mimeType: 'audio/opus', isKeyFrame: false, arrivedAtMs: 0 }
      const sealing = this.#pass(room, engine.seal(senderOf(room), frame))
      this.#sealing.add(sealing)
      void sealing.finally(() => this.#sealing.delete(sealing))
    }
  }

  /** All that was fed has come out, or not. */
  async settled(): Promise<void> {
    await Promise.all(this.#sealing)
  }

  async #pass(room: FrameRoom, sealing: Promise<Uint8Array | string>): Promise<void> {
    const closings = this.#closings[room]
    if (typeof (await sealing) === 'string') this.dropped++
    else this.#look(room, closings)
  }

  #look(room: FrameRoom, closings: number): void {
    this.passed[room]++
    const { plenary, caucus } = this.calls
    const { joining, members } = this.calls[room]
    const isPrivate = room === 'caucus'
    const [why] = [
      !isOpen(this.calls[room]) && 'it is closed',
      closings !== this.#closings[room] && 'it was closed since',
      whyHeldBack(joining, members) && 'nothing goes out',
      isPrivate && plenary.microphone.phase !== 'closed' && 'the plenary is not closed',
      isPrivate && !SPEAKING.has(this.voice.phase) && 'nobody speaks privately',
      !isPrivate && !isPlenaryFree(this.voice) && 'the voice is private',
      !isPrivate && isOpen(caucus) && 'the caucus is open',
    ].filter((one) => typeof one === 'string')
    if (why) this.wrong.push({ room, why, state: this.state })
  }

  #step(room: FrameRoom, event: CallEvent): void {
    const before = this.calls[room]
    const [call, effects] = (room === 'plenary' ? stepInBooth : step)(before, event)
    this.calls[room] = call
    const isHeld = whyHeldBack(call.joining, call.members) !== undefined
    if (isHeld !== (whyHeldBack(before.joining, before.members) !== undefined))
      this.#rooms.handle({ room, do: 'hold-back', isHeld })
    for (const effect of effects) this.#do(room, effect)
    this.speak({ type: 'rooms-moved' })
  }

  #do(room: FrameRoom, effect: CallEffect): void {
    if (effect.do === 'open-gate' || effect.do === 'close-gate') this.#ask(room, effect.do)
    if (effect.do !== 'say-microphone' || !effect.said.open) return
    const { to } = effect.said.open
    const begun = 'begun' in this.voice ? this.voice.begun : undefined
    if (room === 'plenary' && to !== undefined) this.#tellWrong(room, 'a whisper in the plenary')
    if (room === 'caucus' && begun && begun.to?.leaf !== to)
      this.#tellWrong(room, 'it is for somebody else')
  }

  #tellWrong(room: FrameRoom, why: string): void {
    this.wrong.push({ room, why, state: this.state })
  }

  #ask(room: FrameRoom, what: 'open-gate' | 'close-gate'): void {
    const ask = ++this.#asked
    this.#asks.set(ask, room)
    if (what === 'close-gate') this.#closings[room]++
    this.#rooms.handle({ room, do: what, ask, track })
  }

  #begin(): FrameRooms {
    const rooms = new FrameRooms(clock, (report) => {
      if (rooms === this.#rooms) this.#hear(report)
    })
    for (const room of ROOMS) {
      const isMicrophone = true
      rooms.handle({ room, do: 'bind-sender', id: senderOf(room), track, isMicrophone })
      const { joining, members } = this.calls[room]
      rooms.handle({ room, do: 'hold-back', isHeld: whyHeldBack(joining, members) !== undefined })
    }
    return rooms
  }

  #hear(report: WorkerReport): void {
    const { room } = report
    if (report.type === 'gate-taken') {
      const { after } = report
      this.#closings[room]++
      this.#answers.push({ room, event: { type: 'gate-taken', track, after } })
    }
    if (report.type !== 'gate-opened' && report.type !== 'gate-closed') return
    this.#asks.delete(report.ask)
    const event: CallEvent =
      report.type === 'gate-opened'
        ? { type: 'gate-opened', track, from: report.from }
        : { type: 'gate-closed', track, after: report.after }
    this.#answers.push({ room, event })
  }
}

function outside(room: RoomId): Call {
  return greenRoom({ seat: seatOf(you), side: sideOf(you), room }, CHOSEN)
}

function isOpen({ microphone: { phase } }: Call): boolean {
  return phase === 'opening' || phase === 'open'
}

function senderOf(room: FrameRoom): number {
  return room === 'plenary' ? 1 : 2
}
