import type { MessageAt } from '@parley/call'
import type { CallScreenEvent } from '../callEvent.ts'
import { MESSAGE_AT_MOST } from '../callScreenState.ts'

/** A translation that is being written. */
export type Translating = {
  /** The message's, as its list has it. */
  row: string
  of: MessageAt
  isPrivate: boolean
  into: readonly string[]
  language: string
  text: string
}

/** What an event makes of it, and what is then to be said. One is written at a time. */
export function stepTranslating(
  translating: Translating | undefined,
  event: CallScreenEvent,
): readonly [Translating | undefined, said?: CallScreenEvent] {
  switch (event.type) {
    case 'translating-begun': {
      const { id: row, at: of, isPrivate = false, into, first, translations } = event.row
      const [language] = into
      if (language === undefined) return [translating]
      const own = [first, ...translations].find((one) => one?.isYou && one.language === language)
      return [{ row, of, isPrivate, into, language, text: own?.text ?? '' }]
    }
    case 'translating-into':
      return [translating && { ...translating, language: event.language }]
    case 'translating-changed':
      return [translating && { ...translating, text: event.text.slice(0, MESSAGE_AT_MOST) }]
    case 'translating-given-up':
      return [undefined]
    case 'translating-sent': {
      const text = translating?.text.trim() ?? ''
      if (!translating || text === '') return [translating]
      const { of, isPrivate, language } = translating
      const type = isPrivate ? 'private-translation-written' : 'translation-written'
      return [undefined, { type, of, language, text }]
    }
    default:
      return [translating]
  }
}
