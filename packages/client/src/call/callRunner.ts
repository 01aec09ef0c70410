import {
  ownLeaf,
  sayingOf,
  sayingOfTranslation,
  step,
  whyHeldBack,
  type Call,
  type CallEffect,
  type CallEvent,
  type Clock,
  type Media,
  type MediaDoor,
  type MediaEvent,
} from '@parley/call'
import type { PublicKey } from '@parley/protocol'
import type { OtherRooms, RoomEvent, RoomSession, Word } from '../room/roomSession.ts'
import { within } from '../tools/within.ts'
import { Attesting } from './attesting.ts'
import { eventsOfMedia } from './eventsOfMedia.ts'
import { eventsOfMicrophone, eventsOfRoom } from './eventsOfRoom.ts'
import { followMedia } from './followMedia.ts'
import { heartbeatOf } from './heartbeatOf.ts'

/** How often time is looked at. Larger: dialogs come late. Smaller: an idle call costs more. */
const TICK_MS = 250

/** How long a leaver waits for its last word to be in the log. Larger: a dead line keeps one in. Smaller: the others wait for silence. */
const LEAVE_WITHIN_MS = 1000

type Deps = {
  clock: Clock
  media: Media
  room: RoomSession
  mediaDoor: MediaDoor
  /** In the heartbeats of a caucus. */
  otherRooms?: (() => OtherRooms | undefined) | undefined
  /** Whether the media server is reached for only once somebody else is in. */
  waitsForOthers?: boolean | undefined
  /** Whether one signs for each frame that one sends. */
  attests?: (() => boolean) | undefined
}

/** Carries a call: hands events to `step`, its effects to the world, and what they bring back to `step`. */
export class CallRunner implements AsyncDisposable {
  readonly #deps: Deps
  readonly #parts = new DisposableStack()
  readonly #listeners = new Set<(call: Call) => void>()
  readonly #attesting: Attesting
  #call: Call
  #step: typeof step = step
  #tick: Disposable | undefined
  #mediaLeaf: PublicKey | undefined
  #isMediaDue = false
  #isDisposed = false
  readonly #over = Promise.withResolvers<void>()
  readonly #waiting: CallEvent[] = []
  #isStepping = false

  constructor(call: Call, deps: Deps) {
    this.#call = call
    this.#deps = deps
    const { media, room, attests } = deps
    this.#attesting = new Attesting({ media, room, attests, call: () => this.#call })
    this.#parts.use(deps.room.listen((event) => this.#hearRoom(event)))
    this.#parts.use(deps.media.listen((event) => this.#hearMedia(event)))
    this.#keepTime()
  }

  /** What its heartbeat says now, the next one being that far away. */
  heartbeat(nextMs: number): Extract<Word, { word: 'heartbeat' }> {
    const rooms = this.#deps.otherRooms?.()
    const said = { nextMs, attests: this.#attesting.hasPromised }
    return { ...heartbeatOf(this.#call, said), ...(rooms && { rooms }) }
  }

  get call(): Call {
    return this.#call
  }

  /** Resolves when nothing more is said: a leaver's last word is in the log by then, or has had its time. */
  get over(): Promise<void> {
    return this.#over.promise
  }

  /** Hears the present state, and what comes of each thing that happens: where that is several events, their last. */
  listen(hear: (call: Call) => void): Disposable {
    this.#listeners.add(hear)
    hear(this.#call)
    return { [Symbol.dispose]: () => void this.#listeners.delete(hear) }
  }

  /** As an interpreter's device from now on: what it does there is loaded for interpreters alone. */
  sitInBooth(stepInBooth: typeof step): void {
    this.#step = stepInBooth
  }

  /** In the green room: does all that the way in takes and the click is not needed for. */
  async prepare(): Promise<void> {
    this.#mediaLeaf = await this.#deps.room.prepare()
    if (!this.#isDisposed) this.#deps.media.connect(this.#deps.mediaDoor)
  }

  /** What a person did, or what the world brought. What comes while another is taken in comes after it. */
  send(...events: readonly CallEvent[]): void {
    this.#waiting.push(...events)
    if (this.#isStepping) return
    this.#isStepping = true
    try {
      while (this.#waiting.length > 0) {
        const before = this.#call
        for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) this.#take(next)
        // Media come first: what hears of a new state draws it, which takes longer.
        if (this.#call !== before) for (const hear of this.#listeners) hear(this.#call)
      }
    } finally {
      this.#isStepping = false
    }
  }

  #take(event: CallEvent): void {
    if (this.#isDisposed) return
    const before = this.#call
    const [call, effects] = this.#step(before, event)
    if (call !== before) {
      this.#call = call
      followMedia(this.#deps.media, before, call)
      if (this.#isMediaDue) this.#connectMedia()
      if (isHeldBack(before) && !isHeldBack(call)) this.#sayAgain()
    }
    void this.#carryOutAll(effects)
  }

  /** The page is about to be gone: whoever is in says so. */
  farewell(): void {
    if ('leaf' in this.#call.joining) this.#deps.room.farewell()
  }

  /** Nothing is sent from here on; the room, the media and the clock are let go. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isDisposed) return
    this.#isDisposed = true
    this.#over.resolve()
    this.#tick?.[Symbol.dispose]()
    this.#parts.dispose()
    await this.#deps.media[Symbol.asyncDispose]()
    await this.#deps.room[Symbol.asyncDispose]()
  }

  #keepTime(): void {
    this.#tick = this.#deps.clock.after(TICK_MS, () => {
      this.#deps.room.reconsider()
      this.send({ type: 'ticked', nowMs: this.#deps.clock.nowMs() })
      if (!this.#isDisposed) this.#keepTime()
    })
  }

  #hearRoom(event: RoomEvent): void {
    if (event.type === 'epoch') this.#setEpoch(event)
    if (event.type === 'socket-back') this.#deps.media.serverIsBack()
    if (event.type === 'expected') this.#expect(event.identities)
    if (event.type === 'entered') this.#seekMedia(event.leafKey)
    this.#attesting.hearRoom(event)
    const context = { call: this.#call, nowMs: this.#deps.clock.nowMs() }
    this.send(...eventsOfRoom(event, context))
    if (event.type === 'epoch') {
      this.#deps.media.expect([])
      this.send({ type: 'ticked', nowMs: context.nowMs })
    }
    if (event.type === 'entered' || event.type === 'socket-back') this.#sayAgain()
  }

  /** Frames go out under a key at once: where somebody has it who is held, nothing goes out before that. */
  #setEpoch({ epoch, members }: Extract<RoomEvent, { type: 'epoch' }>): void {
    const { media } = this.#deps
    if (members.some(({ heldFor }) => heldFor !== undefined)) media.holdBack('held')
    void media.setEpoch({ ...epoch, isAttested: this.#attesting.attests() })
  }

  /** There is a group now, and so a room at the media server. */
  #expect(identities: readonly string[]): void {
    const { media } = this.#deps
    media.serverIsBack()
    media.expect(identities)
  }

  /** The media server knows one by one's leaf: another leaf is another connection. */
  #seekMedia(leafKey: PublicKey): void {
    if (leafKey === this.#mediaLeaf) return this.#deps.media.serverIsBack()
    this.#mediaLeaf = leafKey
    this.#isMediaDue = true
    if (!this.#deps.waitsForOthers) this.#connectMedia()
  }

  #connectMedia(): void {
    const { media, mediaDoor, waitsForOthers } = this.#deps
    if (waitsForOthers && this.#call.members.size < 2) return
    this.#isMediaDue = false
    media.connect(mediaDoor)
  }

  #hearMedia(event: MediaEvent): void {
    this.#attesting.hearMedia(event)
    this.send(...eventsOfMedia(event, this.#deps.clock.nowMs()))
  }

  /** In order: a leaver says so before it closes. */
  async #carryOutAll(effects: readonly CallEffect[]): Promise<void> {
    for (const effect of effects) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the order is what matters
        await this.#do(effect)
      } catch {
        // A word that could not be said is said anew: the heartbeat repeats it, and duties are tried again.
      }
    }
  }

  /** Nothing waits for the worker: its answer comes as an event. */
  #answer<T>(moving: Promise<T | undefined>, eventOf: (moved: T) => CallEvent): void {
    const send = (moved?: T) => this.send(moved ? eventOf(moved) : { type: 'gate-not-moved' })
    void moving.then(send, () => send())
  }

  /** Once it is back its place among those of the others is known. */
  async #sayMicrophone(): Promise<void> {
    const { microphoneWord, you } = this.#call
    const from = ownLeaf(this.#call)
    await this.#deps.room.say({ word: 'microphone', ...microphoneWord })
    if (from === undefined || this.#call.you.leafKey !== you.leafKey) return
    this.send(...eventsOfMicrophone(from, microphoneWord, this.#deps.clock.nowMs()))
  }

  /** Nothing else waits for it: whoever asked is told whether it was said. */
  #tell(word: Word, said: CallEvent, notSaid: CallEvent): void {
    const saying = isHeldBack(this.#call) ? Promise.reject() : this.#deps.room.say(word)
    void saying.then(
      () => this.send(said),
      () => this.send(notSaid),
    )
  }

  /** What was written while nobody could be reached is said once somebody can. */
  #sayAgain(): void {
    const { messages, translations } = this.#call
    const again = translations.filter(isWaiting).map(sayingOfTranslation)
    void this.#carryOutAll([...messages.filter(isWaiting).map(sayingOf), ...again])
  }

  async #do(effect: CallEffect): Promise<void> {
    const { room, media, clock } = this.#deps
    switch (effect.do) {
      case 'join': {
        const join = () => void (this.#call.joining.phase === 'joining' && room.join())
        // At the click at once: what is drawn because of it would go first.
        return effect.afterMs === 0 ? join() : void clock.after(effect.afterMs, join)
      }
      case 'say-leave':
        return await within(clock, LEAVE_WITHIN_MS, room.say({ word: 'leave' }))
      case 'close':
        return await this[Symbol.asyncDispose]()
      case 'open-gate':
        return this.#answer(this.#attesting.openGate(), (opened) => ({
          type: 'gate-opened',
          ...opened,
        }))
      case 'close-gate':
        return this.#answer(media.closeGate(), (closed) => ({ type: 'gate-closed', ...closed }))
      case 'say-microphone':
        return await this.#sayMicrophone()
      case 'say-text': {
        const { do: _, id, ...said } = effect
        if (isHeldBack(this.#call)) return undefined
        await room.say({ word: 'text', id, ...said })
        return this.send({ type: 'message-sent', id })
      }
      case 'say-translation': {
        const { do: _, ...said } = effect
        if (isHeldBack(this.#call)) return undefined
        await room.say({ word: 'translation', ...said })
        return this.send({ type: 'translation-sent', ...said })
      }
      case 'say-wait':
        return this.#tell({ word: 'wait' }, { type: 'wait-said' }, { type: 'wait-not-said' })
      case 'say-request': {
        const { do: _, ...asked } = effect
        const told = <T>(type: T) => ({ type, id: asked.id })
        const said = told('request-said' as const)
        return this.#tell({ word: 'request', ...asked }, said, told('request-not-said' as const))
      }
      case 'say':
        return await room.say(effect.word)
      case 'say-heartbeat':
        return await room.say(this.heartbeat(effect.nextMs))
      case 'remove':
        return await room.remove(effect.leaves, effect.because)
      case 'refresh':
        return await room.refresh()
    }
  }
}

function isWaiting({ state }: { state: string }): boolean {
  return state === 'sending'
}

function isHeldBack({ joining, members }: Call): boolean {
  return whyHeldBack(joining, members) !== undefined
}
