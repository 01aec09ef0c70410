import { useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { countryNames } from '../../model/desk/countryWords.ts'

/** Whose flag stands beside a side: a country by its name, with all of them to choose from, or none. */
export function FlagField({
  label,
  country,
  isUnknown,
  onChange,
}: {
  label: string
  country: string
  isUnknown: boolean
  onChange: (country: string) => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        list={`${id}-countries`}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={country}
        aria-invalid={isUnknown}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-countries`}>
        {countryNames(i18n.locale).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p id={`${id}-hint`} className={isUnknown ? 'field__error' : 'hint'}>
        {isUnknown ? t`No country is known by that name.` : t`A country, such as Kenya.`}
      </p>
    </div>
  )
}
