import {
  knownMove,
  ownLeaf,
  partNow,
  type AgendaSaid,
  type Call,
  type CallEvent,
  type SaidMove,
} from '@parley/call'
import type { PartsRunner } from '@parley/client'
import type { LeafIndex } from '@parley/protocol'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallFacts } from '../callFacts.ts'
import { reuse } from '../callReuse.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import { agendaView } from './agendaView.ts'
import { NOBODY_ASKS, placeAfter, stepAsking, type HeardWish } from './askingToSpeak.ts'
import { NOT_LATELY, stepLately } from './lately.ts'
import { sayPart } from './partEvent.ts'
import { partsView } from './partsView.ts'
import { takesPart } from './takesPart.ts'

/** The agenda of a call: the part in progress, and who would like to speak. */
export type AgendaPart = Disposable & PartOfScreen

/** What it begins with. */
export type AgendaFrom = {
  call: ReadonlySignal<Call>
  facts: ReadonlySignal<CallFacts>
  parts: Pick<
    PartsRunner,
    'parts' | 'ground' | 'listen' | 'propose' | 'agree' | 'refuse' | 'close' | 'hearOthers'
  >
  tell: (event: CallEvent) => void
}

/** Follows what every side agreed to, tells the call of it, and asks no more to speak once one has spoken. */
export function startAgenda({ call, facts, parts: runner, tell }: AgendaFrom): AgendaPart {
  const stack = new DisposableStack()
  const parts = signal(runner.parts)
  stack.use(runner.listen((now) => (parts.value = now)))
  const asking = signal(NOBODY_ASKS)
  let lately = NOT_LATELY
  const shown = computed(() => {
    const { agenda, sides, nowMs } = facts.value
    const names = { seats: runner.ground.seats, sides, agenda, nowMs }
    const [next, view] = stepLately(lately, { view: partsView(parts.value, names), nowMs })
    lately = next
    return view
  })
  let view: ReturnType<typeof agendaView> | undefined
  const agenda = computed(() => {
    view = reuse(view, agendaView(facts.value, { parts: shown.value, asking: asking.value }))
    return view
  })
  const say = (said: AgendaSaid): void => tell({ type: 'agenda-said', said })
  stack.defer(
    effect(() => {
      const { agenda: said, part } = call.value
      const [known, now] = [knownMove(parts.value), partNow(parts.value)]
      if (!isSame(said.part, known)) say({ ...said, ...(known && { part: known }) })
      if (!isSame(part, now)) tell({ type: 'part-changed', part: now })
    }),
  )
  stack.defer(
    effect(() => {
      asking.value = stepAsking(asking.peek(), wishesIn(call.value, facts.value))
      runner.hearOthers(saidIn(call.value), rankIn(call.value))
    }),
  )
  stack.defer(
    whenSpoken(facts, () => {
      const { asks, ...rest } = call.peek().agenda
      if (asks !== undefined) say(rest)
    }),
  )
  return {
    show: (screen) => ({ ...screen, agenda: agenda.value }),
    take(event) {
      if (event.type !== 'agenda-floor-pressed') return sayPart(runner, event)
      const { asks, ...rest } = call.peek().agenda
      if (asks !== undefined) say(rest)
      else if (agenda.peek().youAsk === 'no') say({ ...rest, asks: placeAfter(asking.peek()) })
      return true
    },
    [Symbol.dispose]: () => stack.dispose(),
  }
}

/** Who asks to speak among those whose wish counts, oneself among them. */
function wishesIn(call: Call, { people }: Pick<CallFacts, 'people'>): readonly HeardWish[] {
  return people.flatMap(({ leaf, seat, role, standing, isYou }): HeardWish[] => {
    const said = isYou ? call.agenda : call.members.get(leaf)?.heard
    if (!said || standing !== 'agreed') return []
    return [{ seat, asks: takesPart(role) ? said.asks : undefined }]
  })
}

/** What the others say of the last move: of a leaf that is held, or was not heard, nothing counts. */
function saidIn(call: Call): readonly SaidMove[] {
  const you = ownLeaf(call)
  return [...call.members.values()].flatMap(({ leaf, seat, heard, heldFor }) =>
    leaf !== you && heard && heldFor === undefined ? [{ seat, known: heard.part }] : [],
  )
}

/** How many others of a lower leaf are there. */
function rankIn(call: Call): number {
  const you: LeafIndex | undefined = ownLeaf(call)
  return [...call.members.keys()].filter((leaf) => you !== undefined && leaf < you).length
}

/** One's own microphone for the floor opens, or closes: whoever asked with an open one has spoken when it closes. */
function whenSpoken(facts: ReadonlySignal<CallFacts>, spoken: () => void): () => void {
  const isOpen = computed(() => {
    const { microphone } = facts.value.you
    return microphone.phase === 'open' && microphone.aim?.into === undefined
  })
  let was = isOpen.peek()
  return effect(() => {
    if (isOpen.value !== was) spoken()
    was = isOpen.value
  })
}

function isSame(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
