import { useLingui } from '@lingui/react/macro'
import type { ComponentProps, ReactNode } from 'react'
import { LANGUAGES, type Language } from '../language/languages.ts'
import { words } from '../language/spoken.ts'

const OFFERED = Object.entries(LANGUAGES) as [Language, (typeof LANGUAGES)[Language]][]

/** The browser's own list of the languages. One that does not come leaves the page as it is. */
export function LanguageSelect(
  select: Pick<ComponentProps<'select'>, 'id' | 'className' | 'aria-label'>,
): ReactNode {
  const { i18n } = useLingui()
  return (
    <select
      {...select}
      value={i18n.locale}
      onChange={({ target }) => void words.choose(target.value as Language).catch(() => undefined)}
    >
      {OFFERED.map(([language, { name, direction }]) => (
        <option key={language} value={language} lang={language} dir={direction}>
          {name}
        </option>
      ))}
    </select>
  )
}
