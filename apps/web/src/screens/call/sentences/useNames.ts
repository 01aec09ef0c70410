import { useLingui } from '@lingui/react/macro'

/** Joins names as the language does: “A, B and C”. */
export function useNames(): (names: readonly string[]) => string {
  const { i18n } = useLingui()
  return (names) => new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names)
}
