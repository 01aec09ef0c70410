import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { countryNames } from '../../model/desk/countryWords.ts'
import { ListedField } from './ListedField.tsx'

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
  return (
    <ListedField
      label={label}
      names={countryNames(i18n.locale)}
      value={country}
      isWrong={isUnknown}
      saying={isUnknown ? t`No country is known by that name.` : t`A country, such as Kenya.`}
      onChange={onChange}
    />
  )
}
