import { useLingui } from '@lingui/react/macro'
import { isolated } from '../../../language/isolated.ts'
import { directionOf } from '../../../language/languages.ts'

/** Joins names as the language does: “A, B and C”. */
export function useNames(): (names: readonly string[]) => string {
  const { i18n } = useLingui()
  const direction = directionOf(i18n.locale)
  return (names) =>
    new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(
      names.map((name) => isolated(name, direction)),
    )
}
