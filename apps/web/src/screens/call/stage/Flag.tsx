import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

const FILES = import.meta.glob<string>(
  '../../../../../../node_modules/country-flag-icons/3x2/*.svg',
  { eager: true, query: '?url', import: 'default' },
)

const FLAGS: ReadonlyMap<string, string> = new Map(
  Object.entries(FILES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1, -4), url]),
)

/** The flag of a side that is a state, by two letters of ISO 3166. Only on name plates. */
export function Flag({ country, of }: { country: string; of: string }): ReactNode {
  const { t } = useLingui()
  const file = FLAGS.get(country.toUpperCase())
  return file && <img className="plate__flag" src={file} alt={t`Flag of ${of}`} />
}

/** Whether there is a flag to show. */
export function hasFlag(country: string | undefined): country is string {
  return country !== undefined && FLAGS.has(country.toUpperCase())
}
