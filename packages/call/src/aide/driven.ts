import type { Channel } from '../members.ts'
import type {
  AnsweredOrder,
  DisplayState,
  DisplayWord,
  Layout,
  Order,
  OrderAnswer,
  OrderWord,
} from './aideWords.ts'

/** How often a display says how it is although nothing changed. Larger: a console notices later that it is gone. Smaller: more in the log. */
const SAID_EVERY_MS = 4000

/** How long what was said may be built upon. Larger: an order that somebody held back counts for longer. Smaller: a slow line drives nothing. */
const FRESH_MS = 10_000

/** How long whoever sits there is asked. Larger: a question stands that nobody looks at. Smaller: one reaches for it and it is gone. */
const ASKED_FOR_MS = 30_000

/** A press so soon was meant for what was there before the question. Larger: one presses twice. Smaller: a question that comes under a hand is answered by it. */
const MEANT_FOR_BEFORE_MS = 700

/** For how long nobody is asked again who said no. Larger: a change of mind waits. Smaller: an aide who presses on is a nuisance. */
const REFUSED_FOR_MS = 10_000

const [ANSWERS_KEPT, IDS_KEPT] = [8, 64]

/** A display as its aide's console drives it. */
export type Driven = {
  /** Names this page, and no other that shows the seat: orders to another are none. */
  readonly page: string
  /** The number of what was said last. */
  readonly n: number
  /** The last ones that may still be built upon. */
  readonly said: readonly { readonly n: number; readonly atMs: number }[]
  readonly shown: DisplayState | undefined
  /** From which word on the microphone was said to be as it is. */
  readonly microphoneSince: number
  /** The question that stands on the screen. */
  readonly asking: { readonly id: string; readonly sinceMs: number } | undefined
  readonly refusedAtMs: number
  readonly taken: readonly string[]
  readonly answers: readonly AnsweredOrder[]
  /** Whether the answers were said since they changed. */
  readonly areAnswersSaid: boolean
}

/** What the display is now, and what the plan says of opening. */
type Now = { readonly display: DisplayState; readonly nowMs: number }

export type DrivenEvent =
  /** `isAide`: the leaf whose key opened it is the console's, and is not held. */
  | ({
      type: 'order-heard'
      heard: Pick<OrderWord, 'id' | 'upon' | 'order'>
      isAide: boolean
      /** Every side signed that an aide may open the microphone at once. */
      mayOpen: boolean
    } & Now)
  /** A press on the question with that id, in the room. */
  | ({ type: 'allowed' | 'not-allowed'; id: string } & Now)
  /** Something may have changed, or time passed. */
  | ({ type: 'looked'; isAideThere: boolean } & Now)

export type DrivenEffect =
  | { do: 'say'; word: DisplayWord }
  | { do: 'choose-layout'; to: Layout }
  | { do: 'choose-channel'; to: Channel | undefined }
  | { do: 'switch-camera' }
  | { do: 'open-microphone' }
  | { do: 'close-microphone' }

type Step = readonly [Driven, readonly DrivenEffect[]]

/** A page that has just come in. */
export function newDriven(page: string): Driven {
  return {
    page,
    n: 0,
    said: [],
    shown: undefined,
    microphoneSince: 0,
    asking: undefined,
    refusedAtMs: -Infinity,
    taken: [],
    answers: [],
    areAnswersSaid: true,
  }
}

/** What becomes of a display. Nothing opens its microphone but a press in the room, or an order where every side signed that it may. */
export function stepDriven(driven: Driven, event: DrivenEvent): Step {
  switch (event.type) {
    case 'order-heard':
      return hear(driven, event)
    case 'allowed':
      return allow(driven, event)
    case 'not-allowed': {
      if (driven.asking?.id !== event.id) return [driven, []]
      const refused = { ...driven, asking: undefined, refusedAtMs: event.nowMs }
      return [answer(refused, event.id, 'not-now'), []]
    }
    case 'looked':
      return look(driven, event)
  }
}

function hear(driven: Driven, event: DrivenEvent & { type: 'order-heard' }): Step {
  const { heard, isAide, display, nowMs } = event
  const { id, upon, order } = heard
  if (!isAide || driven.taken.includes(id)) return [driven, []]
  const taken = { ...driven, taken: [...driven.taken, id].slice(-IDS_KEPT) }
  if (!isFresh(driven, { upon, nowMs })) return [answer(taken, id, 'late'), []]
  if (order.set === 'microphone' && order.to === 'open') return ask(taken, event)
  if (order.set === 'microphone' && order.to === 'as-it-is') return [takeBack(taken, id), []]
  return [answer(taken, id, 'done'), effectsOf(order, display)]
}

function isFresh(
  { page, said }: Driven,
  { upon: [ofPage, n], nowMs }: { upon: OrderWord['upon']; nowMs: number },
): boolean {
  const word = said.find((one) => one.n === n)
  return ofPage === page && word !== undefined && nowMs - word.atMs <= FRESH_MS
}

/** What is so already is not done again: the screen's controls change over at each press. Closing is no press. */
function effectsOf(order: Order, display: DisplayState): readonly DrivenEffect[] {
  switch (order.set) {
    case 'layout': {
      const isOffered = display.layouts.includes(order.to) && order.to !== display.layout
      return isOffered ? [{ do: 'choose-layout', to: order.to }] : []
    }
    case 'language': {
      const { to } = order
      const isOffered = !to || display.channels.some((one) => isSame(one, to))
      return isOffered ? [{ do: 'choose-channel', to }] : []
    }
    case 'camera':
      return order.isOn === (display.camera === 'on') ? [] : [{ do: 'switch-camera' }]
    case 'microphone':
      return [{ do: 'close-microphone' }]
  }
}

/** An order that was given before the microphone last closed does not open it again. */
function ask(driven: Driven, event: DrivenEvent & { type: 'order-heard' }): Step {
  const { heard, mayOpen, display, nowMs } = event
  const { id, upon } = heard
  if (display.microphone === 'open') return [answer(driven, id, 'done'), []]
  if (display.microphone !== 'closed') return [answer(driven, id, display.microphone), []]
  if (display.microphone !== driven.shown?.microphone || upon[1] < driven.microphoneSince)
    return [answer(driven, id, 'late'), []]
  if (mayOpen) return [answer(driven, id, 'done'), [{ do: 'open-microphone' }]]
  if (nowMs - driven.refusedAtMs < REFUSED_FOR_MS) return [answer(driven, id, 'not-now'), []]
  const before = driven.asking ? answer(driven, driven.asking.id, 'taken-back') : driven
  return [answer({ ...before, asking: { id, sinceMs: nowMs } }, id, 'asked'), []]
}

function takeBack(driven: Driven, id: string): Driven {
  const { asking } = driven
  const over = asking ? answer({ ...driven, asking: undefined }, asking.id, 'taken-back') : driven
  return answer(over, id, 'done')
}

function allow(driven: Driven, { id, display, nowMs }: { id: string } & Now): Step {
  const { asking } = driven
  if (asking?.id !== id) return [driven, []]
  const sinceMs = nowMs - asking.sinceMs
  if (sinceMs < MEANT_FOR_BEFORE_MS) return [driven, []]
  if (display.microphone !== 'closed' || sinceMs >= ASKED_FOR_MS) return [driven, []]
  return [answer({ ...driven, asking: undefined }, id, 'done'), [{ do: 'open-microphone' }]]
}

function look(driven: Driven, event: DrivenEvent & { type: 'looked' }): Step {
  const { display, isAideThere, nowMs } = event
  const asked = whatBecameOfAsking(driven, event)
  const { asking } = driven
  const now = asking && asked ? answer({ ...driven, asking: undefined }, asking.id, asked) : driven
  if (!isAideThere) return [{ ...now, said: [], shown: undefined }, []]
  const last = now.said.at(-1)
  const isKnown = now.areAnswersSaid && isSame(now.shown, display)
  if (isKnown && last && nowMs - last.atMs < SAID_EVERY_MS) return [now, []]
  return say(now, { display, nowMs })
}

/** Undefined while it stands. */
function whatBecameOfAsking(
  { asking }: Driven,
  { display, isAideThere, nowMs }: DrivenEvent & { type: 'looked' },
): OrderAnswer | undefined {
  if (!asking) return undefined
  if (!isAideThere) return 'taken-back'
  if (display.microphone === 'open') return 'done'
  if (display.microphone !== 'closed') return display.microphone
  return nowMs - asking.sinceMs >= ASKED_FOR_MS ? 'no-answer' : undefined
}

/** Numbers go on over a console that went and came: what was said before is built upon no more. */
function say(driven: Driven, { display, nowMs }: Now): Step {
  const { page, answers, shown } = driven
  const n = driven.n + 1
  const said = [...driven.said.filter((one) => nowMs - one.atMs <= FRESH_MS), { n, atMs: nowMs }]
  const isMicrophoneAsSaid = shown?.microphone === display.microphone
  const microphoneSince = isMicrophoneAsSaid ? driven.microphoneSince : n
  const next = { ...driven, n, said, microphoneSince, shown: display, areAnswersSaid: true }
  return [next, [{ do: 'say', word: { word: 'display', page, n, ...display, answers } }]]
}

function answer(driven: Driven, id: string, how: OrderAnswer): Driven {
  const others = driven.answers.filter((one) => one.id !== id)
  const answers = [...others, { id, with: how }].slice(-ANSWERS_KEPT)
  return { ...driven, answers, areAnswersSaid: false }
}

/** Plain data, made in one way. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
