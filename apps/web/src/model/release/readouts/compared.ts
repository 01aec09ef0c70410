import { publishedOf, type ReadoutDeskState } from '@parley/client'
import { differencesOf, type Prose } from '@parley/release'
import type { Compared } from './readoutsView.ts'

type Text = { title: string; body: Prose; language: string }

/** In what one wording differs from another, both named by their version; nothing where one of them is not there. */
export function comparedWith(
  { before, after }: Pick<Compared, 'before' | 'after'>,
  state: ReadoutDeskState,
): Compared | undefined {
  const [one, other] = [textOf(before, state), textOf(after, state)]
  if (!one || !other) return undefined
  const { language } = other
  const [title] = differencesOf(lineOf(one.title), lineOf(other.title), language)
  return { before, after, title, lines: differencesOf(one.body, other.body, language) }
}

function textOf(of: Compared['before' | 'after'], state: ReadoutDeskState): Text | undefined {
  if (of === 'now') return state.drafting.text.wording
  if (of === 'published') return publishedOf({ state }).at(-1)?.payload
  return state.side.versions.find(({ version }) => version === of)?.wording
}

function lineOf(text: string): Prose {
  return text === '' ? [] : [{ is: 'paragraph', runs: [{ text }] }]
}
