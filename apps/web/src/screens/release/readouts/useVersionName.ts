import { useLingui } from '@lingui/react/macro'
import type { Compared, ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'

/** What a wording is called among those to choose from. */
export function useVersionName({
  versions,
  zones,
}: ReadoutsView): (which: Compared['before' | 'after']) => string {
  const { t, i18n } = useLingui()
  const [timeZone = 'UTC'] = zones
  return (which) => {
    if (which === 'now') return t`The text as it is now`
    if (which === 'published') return t`What is published`
    const { at = 0, note = '' } = versions.find(({ version }) => version === which) ?? {}
    const when = i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone })
    return note === '' ? t`Version ${which}, ${when}` : t`Version ${which}, ${when}: ${note}`
  }
}
