import { useLingui } from '@lingui/react/macro'
import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { LANGUAGES } from '../language/languages.ts'
import { words } from '../language/spoken.ts'
import { LanguageSelect } from './LanguageSelect.tsx'

/** The language of the page, each by its own name, so that whoever reads none but theirs finds it. */
export function LanguageSwitch(): ReactNode {
  const { t } = useLingui()
  return (
    <span className="language">
      <Languages className="icon" aria-hidden="true" />
      <span className="language__name" lang={words.language} aria-hidden="true">
        {LANGUAGES[words.language].name}
      </span>
      <LanguageSelect className="language__select" aria-label={t`Language of this page`} />
    </span>
  )
}
