import type { AgendaSaid, Call, CallEvent, Clock } from '@parley/call'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallFacts } from '../callFacts.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import { itemAfter, NO_AGENDA, placeAfter, stepAgenda, type HeardOfAgenda } from './agendaState.ts'
import { agendaView, takesPart } from './agendaView.ts'

/** The agenda of a call: at which item it is, and who would like to speak. */
export type AgendaPart = Disposable & PartOfScreen

/** What it begins with. */
export type AgendaFrom = {
  call: ReadonlySignal<Call>
  facts: ReadonlySignal<CallFacts>
  clock: Pick<Clock, 'nowMs'>
  tell: (event: CallEvent) => void
}

/** Follows what all say, repeats it for whoever comes later, and asks no more once one has spoken. */
export function startAgenda({ call, facts, clock, tell }: AgendaFrom): AgendaPart {
  const parts = new DisposableStack()
  const state = signal(NO_AGENDA)
  const movedFrom = signal<AgendaSaid['item']>(undefined)
  const view = computed(() =>
    agendaView(facts.value, { state: state.value, movedFrom: movedFrom.value }),
  )
  const say = (said: AgendaSaid): void => tell({ type: 'agenda-said', said })
  parts.defer(
    effect(() => {
      state.value = stepAgenda(state.peek(), heardIn(call.value, facts.value))
      const { item } = state.peek()
      const { agenda, you } = call.value
      const role = facts.peek().people.find(({ seat }) => seat === you.seat)?.role
      if (item && item !== agenda.item && takesPart(role)) say({ ...agenda, item })
    }),
  )
  parts.defer(
    whenSpoken(facts, () => {
      const { asks, ...rest } = call.peek().agenda
      if (asks !== undefined) say(rest)
    }),
  )
  const move = (part: number): void => {
    const item = itemAfter(state.peek(), { part, nowMs: clock.nowMs() })
    if (!item || !view.peek().mayMove || view.peek().now?.part === part) return
    movedFrom.value = state.peek().item
    say({ ...call.peek().agenda, item })
  }
  return {
    show: (shown) => ({ ...shown, agenda: view.value }),
    take(event) {
      switch (event.type) {
        case 'agenda-item-chosen':
          move(event.part)
          return true
        case 'agenda-taken-back': {
          const { back } = view.peek()
          if (back) move(back.part)
          return true
        }
        case 'agenda-floor-pressed': {
          const { asks, ...rest } = call.peek().agenda
          if (asks !== undefined) say(rest)
          else if (view.peek().youAsk === 'no') say({ ...rest, asks: placeAfter(state.peek()) })
          return true
        }
        default:
          return false
      }
    },
    [Symbol.dispose]: () => parts.dispose(),
  }
}

/** What each of those whose words count says of it, oneself among them. */
function heardIn(
  call: Call,
  { people, agenda }: Pick<CallFacts, 'people' | 'agenda'>,
): readonly HeardOfAgenda[] {
  return people.flatMap(({ leaf, seat, role, standing, isYou }): HeardOfAgenda[] => {
    const said = isYou ? call.agenda : call.members.get(leaf)?.heard
    if (!said || standing !== 'agreed') return []
    const { item, asks } = said
    const isItem = item && agenda.some(({ part }) => part === item.part)
    const isAsking = asks !== undefined && takesPart(role)
    const counts = { ...(isItem && { item }), ...(isAsking && { asks }) }
    return [{ seat, said: counts, mayMove: takesPart(role) }]
  })
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
