import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import type { LineMark } from '../../../model/release/readouts/readoutsView.ts'

/** What stands below a joint line in a text, in words: how far it is. */
export function useLineWords(zones: readonly string[]): (mark: LineMark) => string {
  const { t, i18n } = useLingui()
  const [timeZone = 'UTC'] = zones
  return useCallback(
    ({ is, names, at }) => {
      const time = i18n.date(new Date(at), { timeStyle: 'short', timeZone })
      const who = new Intl.ListFormat(i18n.locale).format(names)
      if (is === 'agreed') return t`Joint line, signed by every side; nobody changes it alone`
      if (is === 'awaited') return t`Proposed at ${time}; not answered yet by ${who}`
      return t`Not agreed: it cannot be published like this`
    },
    [t, i18n, timeZone],
  )
}
