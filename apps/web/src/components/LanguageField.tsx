import { Trans } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { LanguageSelect } from './LanguageSelect.tsx'

/** The language of the page, as a field among others. */
export function LanguageField(): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>Language of this page</Trans>
      </label>
      <LanguageSelect id={id} className="input" />
    </div>
  )
}
