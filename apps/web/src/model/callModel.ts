import type { Clock } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type {
  AgendaEvent,
  AideGesture,
  CallDeed,
  CallScreenEvent,
  PrivateEvent,
  RecordingGesture,
  WritingGesture,
} from './callEvent.ts'
import type { CallFacts, You } from './callFacts.ts'
import { rememberDisplay, rememberedDisplay } from './callDisplay.ts'
import { closedUnderHand, isPressMeant, type ClosedUnderHand } from './callPress.ts'
import { reuse } from './callReuse.ts'
import { CALL_SCREEN_START, stepCallScreen } from './callScreenState.ts'
import { NOBODY_YET, stepSpeaker, stepVoices, type Levels, type Voices } from './callSpeaker.ts'
import type { Listening } from './listening/listening.ts'
import type { PartOfScreen } from './partOfScreen.ts'
import { NOTHING_SAID, stepSaid } from './callSaid.ts'
import { callView, type CallView } from './callView.ts'

/** The call screen, ready to be shown. Disposing lets go of the facts. */
export type CallModel = Disposable & {
  view: ReadonlySignal<CallView>
  /** How loud each open microphone is, many times a second. */
  levels: ReadonlySignal<Levels>
  /** Who speaks on the floor, or did last. */
  speaker: ReadonlySignal<SeatId | undefined>
  send: (event: CallScreenEvent) => void
}

/** Joins what the call tells with what this screen alone knows. `perform` takes what is for the call. */
export function callModel({
  facts,
  levels,
  listening,
  beside,
  clock,
  notes,
  perform,
}: {
  facts: ReadonlySignal<CallFacts>
  levels: ReadonlySignal<Levels>
  /** Undefined until its code is there. */
  listening: ReadonlySignal<Listening | undefined>
  /** Each undefined until its code is there; the last has the last word on the screen. */
  beside: readonly ReadonlySignal<PartOfScreen | undefined>[]
  clock: Pick<Clock, 'nowMs'>
  /** What this device keeps from one call to the next. */
  notes: Pick<Storage, 'getItem' | 'setItem'>
  perform: (deed: CallDeed) => void
}): CallModel {
  const parts = new DisposableStack()
  const screen = signal({ ...CALL_SCREEN_START, display: rememberedDisplay(notes) })
  const speaker = signal(NOBODY_YET)
  const speaking = signal<ReadonlySet<SeatId>>(new Set())
  const large = computed(() => speaker.value.seat)
  const saying = signal(NOTHING_SAID)
  const said = computed(() => saying.value.lately)
  const told = computed(() =>
    beside.reduce((far, part) => part.value?.tell?.(far) ?? far, facts.value),
  )
  let shown: CallView | undefined
  const view = computed(() => {
    const own = { screen: screen.value, speaker: large.value, speaking: speaking.value }
    const { view: heard, mix } = listening.value ?? {}
    const hearing = { listening: heard?.value, mix: mix?.value }
    const call = callView(told.value, { ...own, ...hearing, said: said.value })
    shown = reuse(
      shown,
      beside.reduce((far, part) => part.value?.show(far) ?? far, call),
    )
    return shown
  })
  let voices: Voices = new Map()
  parts.defer(
    effect(() => {
      const now = { levels: ofFloor(levels.value, facts.peek()), nowMs: clock.nowMs() }
      voices = stepVoices(voices, now)
      speaker.value = stepSpeaker(speaker.peek(), now)
      speaking.value = sameOrNew(speaking.peek(), new Set(voices.keys()))
    }),
  )
  parts.defer(
    effect(() => {
      const { display, panel, lateMs } = view.value
      saying.value = stepSaid(saying.peek(), {
        facts: told.value,
        dismissed: screen.value.dismissed,
        speaker: [large.value].find((seat) => seat && speaking.value.has(seat)),
        lateMs,
        isReading: display === 'delegation' && panel === 'messages',
        nowMs: clock.nowMs(),
      })
    }),
  )
  const closed = followMicrophone(view, clock, parts)
  const send = (event: CallScreenEvent): void => {
    if (beside.some((part) => part.peek()?.take(event)) || isForAnother(event)) return
    switch (event.type) {
      case 'display-chosen':
        rememberDisplay(notes, event.display)
        screen.value = stepCallScreen(screen.value, event, facts.value.messages.length)
        return
      case 'panel-chosen':
      case 'dialog-opened':
      case 'dialog-closed':
      case 'incident-dismissed':
      case 'draft-changed':
      case 'language-chosen':
        screen.value = stepCallScreen(screen.value, event, facts.value.messages.length)
        return
      case 'draft-sent': {
        if (!view.value.messages.canSend) return
        const { language } = view.value.messages
        const text = screen.value.draft.trim()
        perform({ type: 'message-written', text, ...(language && { language }) })
        screen.value = stepCallScreen(screen.value, event, facts.value.messages.length)
        return
      }
      case 'listening-chosen':
      case 'under-chosen':
        return listening.value?.send(event)
      case 'microphone-pressed':
        if (isPressMeant(closed(), clock.nowMs())) perform(aimed(event, facts.value.you))
        return
      default:
        perform(event)
    }
  }
  return { view, levels, speaker: large, send, [Symbol.dispose]: () => parts.dispose() }
}

/** Without a room of one's own side nothing is done there; nor with the agenda, with what goes with messages, or with an aide, before its code is there. */
function isForAnother(
  event: CallScreenEvent,
): event is AgendaEvent | AideGesture | PrivateEvent | RecordingGesture | WritingGesture {
  return /^(agenda|aide|letters|private|translating)-/.test(event.type)
}

/** An interpreter's microphone opens into a language, everybody else's for all. */
function aimed(
  press: Extract<CallDeed, { type: 'microphone-pressed' }>,
  { aim }: You,
): Extract<CallDeed, { type: 'microphone-pressed' }> {
  return aim === undefined ? press : { aim, ...press }
}

function followMicrophone(
  view: ReadonlySignal<CallView>,
  clock: Pick<Clock, 'nowMs'>,
  parts: DisposableStack,
): () => ClosedUnderHand {
  let closed: ClosedUnderHand
  const microphone = computed(() => view.value.microphone)
  let before = microphone.peek()
  parts.defer(
    effect(() => {
      const now = microphone.value
      if (now.is === before.is) return
      closed = closedUnderHand(before, now, clock.nowMs())
      before = now
    }),
  )
  return () => closed
}

/** Who can be the speaker: neither oneself, nor whoever interprets. */
function ofFloor(levels: Levels, { people }: CallFacts): Levels {
  const beside = new Set(
    people.filter(({ isYou, into }) => isYou || into !== undefined).map(({ seat }) => seat),
  )
  return new Map([...levels].filter(([seat]) => !beside.has(seat)))
}

/** The same set again when nothing changed, so that nothing is drawn anew. */
function sameOrNew(before: ReadonlySet<SeatId>, now: ReadonlySet<SeatId>): ReadonlySet<SeatId> {
  return before.size === now.size && before.isSubsetOf(now) ? before : now
}
