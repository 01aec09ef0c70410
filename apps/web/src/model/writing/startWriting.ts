import type { Clock } from '@parley/call'
import type { OpenRoom } from '@parley/client'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallScreenEvent } from '../callEvent.ts'
import type { CallFacts } from '../callFacts.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import { LettersRunner } from './lettersRunner.ts'
import { stepTranslating, type Translating } from './translating.ts'

/** Translations that are written here, and one's own letters as the others see them. */
export type Writing = Disposable &
  PartOfScreen & {
    /** A message is sent: the id that its line was shown under, if it was typed while this was here. */
    sent: () => string | undefined
  }

/** What it begins with. */
export type WritingFrom = {
  plenary: OpenRoom
  facts: ReadonlySignal<CallFacts>
  clock: Clock
  send: (event: CallScreenEvent) => void
}

/** Begins with nothing written, and nobody shown a letter. */
export function startWriting({ plenary, facts, clock, send }: WritingFrom): Writing {
  const letters = new LettersRunner(plenary, clock)
  const translating = signal<Translating | undefined>(undefined)
  const shown = computed(() => {
    const now = translating.value
    const canSend = now?.text.trim() !== '' && facts.value.heldBack === undefined
    return { letters: { isOn: letters.now.value.isOn }, translating: now && { ...now, canSend } }
  })
  return {
    show: (view) => ({ ...view, messages: { ...view.messages, ...shown.value } }),
    take(event) {
      if (event.type === 'letters-switched') letters.switchTo(event.isOn)
      if (event.type === 'draft-changed') letters.type(event.text)
      if (event.type === 'translating-sent' && facts.peek().heldBack !== undefined) return true
      const [next, said] = stepTranslating(translating.peek(), event)
      translating.value = next
      if (said) send(said)
      return event.type === 'letters-switched' || event.type.startsWith('translating-')
    },
    sent: () => letters.sent(),
    [Symbol.dispose]: () => letters[Symbol.dispose](),
  }
}
