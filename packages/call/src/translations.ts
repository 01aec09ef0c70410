import type { SeatId } from '@parley/protocol'
import type { Message } from './messages.ts'
import { sayAgain, type Unsaid } from './unsaid.ts'

/** A message in another language, by a seat whose leaf signed it. */
export type Translation = Unsaid & {
  of: MessageAt
  by: SeatId
  language: string
  text: string
  atMs: number
  /** It took the place of one that said something else. */
  isChanged: boolean
}

/** A message, by its author and the author's number of it. */
export type MessageAt = { from: SeatId; id: string }

type Written = Pick<Translation, 'of' | 'language' | 'text'>

export type TranslationsEvent =
  | ({ type: 'translation-written'; by: SeatId; atMs: number } & Written)
  | ({ type: 'translation-sent' } & Written)
  | ({ type: 'translation-heard'; by: SeatId; atMs: number } & Written)

export type TranslationsEffect = { do: 'say-translation' } & Written

/** Kept of one seat. Larger: whoever floods costs memory. Smaller: what an interpreter wrote at first is gone before the end. */
export const TRANSLATIONS_OF_ONE = 200

/** Kept of one seat of messages that are not there. Larger: the same. Smaller: one that comes before its message is lost. */
export const AHEAD_OF_ONE = 16

type Step = readonly [readonly Translation[], readonly TranslationsEffect[]]

/**
 * Translations in the order they came, one for a message, a language and a translator: a newer one takes
 * its place. Of one seat so many are kept; what is too much takes away its own oldest, and nobody else's.
 */
export function stepTranslations(
  translations: readonly Translation[],
  event: TranslationsEvent,
  messages: readonly Message[],
): Step {
  switch (event.type) {
    case 'translation-written': {
      const { type: _, ...written } = event
      const own = { ...written, state: 'sending' as const, triedAtMs: event.atMs }
      return [put(translations, own, messages), [sayingOfTranslation(own)]]
    }
    case 'translation-sent':
      return [
        translations.map((one) =>
          one.state === 'sending' && isSame(one, event) ? { ...one, state: 'sent' as const } : one,
        ),
        [],
      ]
    case 'translation-heard': {
      const { type: _, ...heard } = event
      return [put(translations, { ...heard, state: 'received' }, messages), []]
    }
  }
}

/** Those that did not come back in time are said again. */
export function translationsDue(translations: readonly Translation[], nowMs: number): Step {
  const [tried, due] = sayAgain(translations, nowMs) ?? [translations, []]
  return [tried, due.map(sayingOfTranslation)]
}

/** What is said of a translation of one's own. */
export function sayingOfTranslation({ of, language, text }: Written): TranslationsEffect {
  return { do: 'say-translation', of, language, text }
}

function put(
  translations: readonly Translation[],
  now: Omit<Translation, 'isChanged'>,
  messages: readonly Message[],
): readonly Translation[] {
  const place = translations.findIndex((one) => one.by === now.by && isForSame(one, now))
  const before = translations[place]
  if (!before) return within([...translations, { ...now, isChanged: false }], now.by, messages)
  if (before.text === now.text) return translations
  return translations.with(place, { ...now, isChanged: true })
}

function within(
  translations: readonly Translation[],
  by: SeatId,
  messages: readonly Message[],
): readonly Translation[] {
  const own = translations.filter((one) => one.by === by)
  const ahead = own.filter(({ of }) => !messages.some((message) => isOf(message, of)))
  const tooMany = new Set([
    ...own.slice(0, Math.max(0, own.length - TRANSLATIONS_OF_ONE)),
    ...ahead.slice(0, Math.max(0, ahead.length - AHEAD_OF_ONE)),
  ])
  return tooMany.size > 0 ? translations.filter((one) => !tooMany.has(one)) : translations
}

function isSame(one: Written, other: Written): boolean {
  return isForSame(one, other) && one.text === other.text
}

function isForSame(one: Pick<Written, 'of' | 'language'>, other: typeof one): boolean {
  return one.language === other.language && isOf(one.of, other.of)
}

function isOf(one: MessageAt, other: MessageAt): boolean {
  return one.id === other.id && one.from === other.from
}
