import type { Messages } from '@lingui/core'
import type { Area } from '../language/catalogues.ts'
import type { Language } from '../language/languages.ts'

/** All words of the page that verifies, in every language: a saved copy of it can load none. */
const FILES = import.meta.glob<Messages>('../language/catalogues/*/{page,verify}.po', {
  eager: true,
  import: 'messages',
})

/** Stands in that page for the function of the same name that loads them one by one. */
export async function loadCatalogue(language: Language, area: Area): Promise<Messages> {
  const messages = FILES[`../language/catalogues/${language}/${area}.po`]
  if (!messages) throw new Error(`There is no catalogue ${language}/${area}`)
  return messages
}
