import { mayTranslate, type MessageAt } from '@parley/call'
import type { CallMessage, CallSide, MessageTranslation, You } from './callFacts.ts'

/** A message as it is read: by whom, of which side, and whether it is on its way. */
export type MessageRow = {
  id: string
  /** What a translation of it names. */
  at: MessageAt
  name: string
  side: CallSide | undefined
  isYou: boolean
  text: string
  /** In which it was written, where its author said so. */
  language: string | undefined
  /** Whether that is none of the reader's. */
  isForeign: boolean
  atMs: number
  isSending: boolean
  /** In a language of the reader's that the message is not in: it is read before the message. */
  first: TranslationRow | undefined
  /** The others, in the order they came. */
  translations: readonly TranslationRow[]
  /** Into which languages whoever reads may translate it. */
  into: readonly string[]
  /** Written to one's own side alone. */
  isPrivate?: boolean
}

/** A translation as it is read. */
export type TranslationRow = {
  key: string
  language: string
  text: string
  name: string
  isYou: boolean
  /** When it took the place of another. */
  changedAtMs: number | undefined
  isSending: boolean
}

/** The messages in order of arrival, each with the seal of its author's side, as whoever sits here reads them. */
export function messageRows(
  messages: readonly CallMessage[],
  { sides, you }: { sides: readonly CallSide[]; you: You },
): readonly MessageRow[] {
  return messages.map(({ id, from, text, language, atMs, state, translations }) => {
    const isForeign = language !== undefined && !you.languages.includes(language)
    const all = translations.map((one) => translationRow(one, you))
    const first = isForeign ? firstOf(all, you) : undefined
    return {
      id: `${from.seat} ${id}`,
      at: { from: from.seat, id },
      name: from.name,
      side: sides.find(({ side }) => side === from.side),
      isYou: state !== 'received',
      text,
      language,
      isForeign,
      atMs,
      isSending: state === 'sending',
      first,
      translations: all.filter((one) => one !== first),
      into: you.languages.filter((into) => mayTranslate(you, { from: language, into })),
    }
  })
}

/** In the best of the reader's languages that there is one in. */
function firstOf(all: readonly TranslationRow[], { languages }: You): TranslationRow | undefined {
  const best = languages.find((language) => all.some((one) => one.language === language))
  return all.find((one) => one.language === best)
}

function translationRow(
  { by, language, text, atMs, isChanged, state }: MessageTranslation,
  you: You,
): TranslationRow {
  return {
    key: `${by.seat} ${language}`,
    language,
    text,
    name: by.name,
    isYou: by.seat === you.seat,
    changedAtMs: isChanged ? atMs : undefined,
    isSending: state === 'sending',
  }
}
