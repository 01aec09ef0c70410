import { useLingui } from '@lingui/react/macro'
import { hasFlag as isDrawn } from 'country-flag-icons'
import { version } from 'country-flag-icons/package.json'
import type { ReactNode } from 'react'

/** The flag of a side that is a state, by two letters of ISO 3166. Only on name plates. */
export function Flag({ country, of }: { country: string; of: string }): ReactNode {
  const { t } = useLingui()
  const file = `/assets/flags-${version}/${country.toUpperCase()}.svg`
  return <img className="plate__flag" src={file} alt={t`Flag of ${of}`} />
}

/** Whether there is a flag to show. */
export function hasFlag(country: string | undefined): country is string {
  return country !== undefined && isDrawn(country.toUpperCase())
}
