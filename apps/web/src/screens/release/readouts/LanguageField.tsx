import { useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { languageNamed } from '../../../model/desk/languageWords.ts'
import { LANGUAGES } from '../../../language/languages.ts'
import { languageName } from '../../desk/languageNames.ts'
import { ListedField } from '../../desk/ListedField.tsx'

/** A language by its name, in that of the page or in itself. */
export function LanguageField({
  label,
  language,
  onChoose,
}: {
  label: string
  /** Empty while none is chosen. */
  language: string
  onChoose: (language: string) => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const [typed, setTyped] = useState<string>()
  const isUnknown = typed !== undefined && typed.trim() !== '' && !languageNamed(typed)
  return (
    <ListedField
      label={label}
      names={OFFERED.map((one) => languageName(one, i18n.locale))}
      value={typed ?? (language === '' ? '' : languageName(language, i18n.locale))}
      isWrong={isUnknown}
      saying={isUnknown ? t`No language is known by that name.` : t`Such as French or Swahili.`}
      onChange={(text) => {
        setTyped(text)
        const found = languageNamed(text)
        if (found) onChoose(found)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

/** Those of the product, and others that many talks are held in. All that a browser knows can be written. */
const OFFERED = [...Object.keys(LANGUAGES), 'de', 'es', 'it', 'pt', 'sw', 'tr', 'fa', 'zh', 'ja']
