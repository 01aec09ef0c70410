import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** A day and an hour, as this browser's clock shows them, or that of the zone that is named. */
export function At({ at, timeZone }: { at: number; timeZone?: string }): ReactNode {
  const { i18n } = useLingui()
  const zone = timeZone === undefined ? {} : { timeZone }
  return (
    <time dateTime={new Date(at).toISOString()}>
      {i18n.date(new Date(at), { dateStyle: 'long', timeStyle: 'short', ...zone })}
    </time>
  )
}
