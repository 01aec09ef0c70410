import type { Hash } from '@parley/protocol'
import type { DraftText, DraftTranslation, Wording } from '@parley/release'
import type { ReadoutsEvent } from './readoutsEvent.ts'

/** What names the draft as it is: its original, and all that the public will read. */
type Names = { readonly text: Hash; readonly approval: Hash }

/** The draft after what was done to it; nothing where the deed is about something else. */
export function editDraft(
  text: DraftText,
  event: ReadoutsEvent,
  names: Names,
): DraftText | undefined {
  const write = (change: Partial<Wording>): DraftText => ({
    ...text,
    wording: { ...text.wording, ...change },
  })
  const translate = (language: string, change: Partial<DraftTranslation>): DraftText =>
    write({
      translations: text.wording.translations.map((one) =>
        one.language === language ? { ...one, ...change } : one,
      ),
    })
  switch (event.type) {
    case 'title-written':
      return write({ title: event.text })
    case 'byline-written':
      return write({ byline: event.text })
    case 'correction-written':
      return write({ correction: event.text })
    case 'body-written':
      return write({ body: event.body })
    case 'language-chosen':
      return write({
        language: event.language,
        translations: text.wording.translations.filter(
          ({ language }) => language !== event.language,
        ),
      })
    case 'embargo-set':
      return write({ embargo: event.embargo })
    case 'clash-settled':
      return { ...text, clashes: text.clashes.filter(({ id }) => id !== event.id) }
    case 'comment-resolved':
      return { ...text, resolved: [...new Set([...text.resolved, event.id])] }
    case 'comment-reopened':
      return { ...text, resolved: text.resolved.filter((id) => id !== event.id) }
    case 'approval-wanted':
      return { ...text, needsApproval: event.isWanted, offered: null }
    case 'approval-asked':
      return { ...text, offered: names.approval }
    case 'translation-added':
      return withTranslation(text, event.language, names)
    case 'translation-removed':
      return write({
        translations: text.wording.translations.filter(
          ({ language }) => language !== event.language,
        ),
      })
    case 'translation-title-written':
      return translate(event.language, { title: event.text, checkedBy: null })
    case 'translation-body-written':
      return translate(event.language, { body: event.body, checkedBy: null })
    case 'translation-by':
      return translate(event.language, { by: event.by })
    case 'translation-checked':
      return translate(event.language, { checkedBy: event.by })
    case 'translation-fits':
      return translate(event.language, { of: names.text })
    default:
      return undefined
  }
}

function withTranslation(text: DraftText, language: string, names: Names): DraftText {
  const { translations } = text.wording
  const isThere = [text.wording, ...translations].some((one) => one.language === language)
  if (isThere) return text
  const added: DraftTranslation = {
    language,
    title: '',
    body: [],
    by: { is: 'seat', name: '', office: '' },
    checkedBy: null,
    of: names.text,
  }
  return { ...text, wording: { ...text.wording, translations: [...translations, added] } }
}
