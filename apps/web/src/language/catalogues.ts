import type { Messages } from '@lingui/core'
import type { Language } from './languages.ts'

/** A part of the page whose words are loaded with its first screen. `lingui.config.ts` says which sources are in which. */
export type Area =
  | 'page'
  | 'start'
  | 'seat'
  | 'check'
  | 'call'
  | 'ended'
  | 'private'
  | 'messages'
  | 'parts'
  | 'booth'
  | 'recording'
  | 'aide'
  | 'desk'
  | 'verify'
  | 'record'
  | 'readout'
  | 'readouts'
  | 'clips'

const FILES = import.meta.glob<Messages>(
  ['./catalogues/*/*.po', '!./catalogues/*/{static,verify}.po'],
  { import: 'messages' },
)

/** The words of one part in one language, fetched once however often they are asked for. */
export function loadCatalogue(language: Language, area: Area): Promise<Messages> {
  const load = FILES[`./catalogues/${language}/${area}.po`]
  if (!load) throw new Error(`There is no catalogue ${language}/${area}`)
  return load()
}
