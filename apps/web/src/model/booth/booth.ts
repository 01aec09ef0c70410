import type { Call, CallEvent, Clock } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { Ears } from '../../adapters/ears.ts'
import type { CallFacts } from '../callFacts.ts'
import { isPressMeant, type ClosedUnderHand } from '../callPress.ts'
import { reuse } from '../callReuse.ts'
import { MESSAGE_AT_MOST } from '../callScreenState.ts'
import type { Levels } from '../callSpeaker.ts'
import type { BoothGesture } from './boothEvent.ts'
import { followBehind } from './followBehind.ts'
import { boothView, type BoothOwn, type BoothView } from './boothView.ts'
import { rememberedLoudness, rememberLoudness } from './loudness.ts'

/** An interpreter's console, ready to be shown. */
export type Booth = Disposable & {
  view: ReadonlySignal<BoothView>
  /** How loud each open microphone is, and one's own, in dBFS. */
  levels: ReadonlySignal<Levels>
  voice: ReadonlySignal<number | undefined>
  /** What one's microphone gives, on air or not. */
  microphone: ReadonlySignal<MediaStreamTrack | undefined>
  ears: Ears
  send: (gesture: BoothGesture) => void
}

/** What a console is opened with. */
export type BoothFrom = {
  facts: ReadonlySignal<CallFacts>
  call: ReadonlySignal<Call>
  levels: ReadonlySignal<Levels>
  /** Whether a level is that of a voice. */
  isVoice: (dbfs: number | undefined) => boolean
  /** Who speaks on the floor. */
  speaker: ReadonlySignal<SeatId | undefined>
  clock: Pick<Clock, 'nowMs'>
  notes: Pick<Storage, 'getItem' | 'setItem'>
  perform: (event: CallEvent) => void
}

/**
 * A language that is chosen while one is on air is opened once the one before has closed, at most so late.
 * Larger: it opens when nobody waits for it any more. Smaller: a busy machine leaves one off air.
 */
const SWITCHES_WITHIN_MS = 1000

/** Joins what the call tells with what this console alone knows. */
export function openBooth(from: BoothFrom): Booth {
  const { facts, call, levels, speaker, clock, notes, perform } = from
  const parts = new DisposableStack()
  const own = signal<BoothOwn>({
    into: undefined,
    draft: '',
    loudness: rememberedLoudness(notes),
    onAirSinceMs: undefined,
    behind: new Map(),
  })
  let shown: BoothView | undefined
  const view = computed(() => {
    const now = { call: call.value, own: own.value, speaker: speaker.value }
    shown = reuse(shown, boothView(facts.value, now))
    return shown
  })
  const ears = parts.use(new Ears(own.peek().loudness))
  const microphone = computed(() => facts.value.you.voice)
  const voice = computed(() => levels.value.get(facts.value.you.seat))
  const change = (changed: Partial<BoothOwn>): void => {
    own.value = { ...own.peek(), ...changed }
  }
  parts.defer(followBehind(from, (behind) => change({ behind })))
  let closed: ClosedUnderHand
  let switching: { into: string; atMs: number } | undefined
  const state = computed(() => facts.value.you.microphone)
  parts.defer(
    effect(() => {
      const now = state.value
      const { onAirSinceMs } = own.peek()
      const isOnAir = now.phase === 'open' || now.phase === 'coughing'
      if ('by' in now && onAirSinceMs !== undefined && now.by !== 'holder')
        closed ??= { atMs: clock.nowMs() }
      else closed = isOnAir ? undefined : closed
      if (isOnAir && onAirSinceMs === undefined) change({ onAirSinceMs: clock.nowMs() })
      if ('by' in now && !switching && onAirSinceMs !== undefined)
        change({ onAirSinceMs: undefined })
      if (now.phase !== 'closed' || !switching) return
      const { into, atMs } = switching
      switching = undefined
      if (now.by === 'holder' && clock.nowMs() - atMs < SWITCHES_WITHIN_MS)
        perform({ type: 'microphone-pressed', aim: { into } })
      else change({ onAirSinceMs: undefined })
    }),
  )
  const press = (): void => {
    const { into } = view.value
    if (!isPressMeant(closed, clock.nowMs())) return
    if (into !== undefined) perform({ type: 'microphone-pressed', aim: { into } })
  }
  const chooseInto = (into: string): void => {
    const isOpen = state.value.phase === 'open'
    if (isOpen && into === view.value.into) return
    change({ into })
    if (!isOpen) return
    switching = { into, atMs: clock.nowMs() }
    perform({ type: 'microphone-pressed' })
  }
  const handOver = (atMs: number): void => {
    const { handOver: now } = view.value
    if (now?.is === 'take') {
      if (now.from.into !== undefined) change({ into: now.from.into })
      press()
    } else if (now?.to.leaf !== undefined)
      perform({ type: 'hand-over-pressed', to: now.to.leaf, atMs })
  }
  const send = (gesture: BoothGesture): void => {
    const atMs = clock.nowMs()
    switch (gesture.type) {
      case 'into-chosen':
        return chooseInto(gesture.into)
      case 'air-pressed':
        return press()
      case 'cough-pressed':
        return perform({ ...gesture, atMs })
      case 'cough-released':
      case 'cough-lost':
        return perform(gesture)
      case 'hand-over-pressed':
        return handOver(atMs)
      case 'asked': {
        const of = view.value.asks?.seat
        const id = crypto.randomUUID()
        if (of) perform({ type: 'request-pressed', id, what: gesture.what, of, atMs })
        return undefined
      }
      case 'loudness-chosen':
        ears.loudness = gesture.loudness
        rememberLoudness(notes, gesture.loudness)
        return change({ loudness: gesture.loudness })
      case 'aside-changed':
        return change({ draft: gesture.text.slice(0, MESSAGE_AT_MOST) })
      case 'aside-sent': {
        const { canSend, partner, draft } = view.value
        if (!canSend || !partner) return undefined
        const id = crypto.randomUUID()
        const { seat } = facts.peek().you
        perform({
          type: 'message-written',
          id,
          from: seat,
          text: draft.trim(),
          atMs,
          to: partner.seat,
        })
        return change({ draft: '' })
      }
    }
  }
  return { view, levels, voice, microphone, ears, send, [Symbol.dispose]: () => parts.dispose() }
}
