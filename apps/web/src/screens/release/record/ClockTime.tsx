import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** A time of day by the clock of the first place, to the minute or the second. */
export function ClockTime({
  at,
  zones,
  withSeconds = false,
}: {
  at: number
  zones: readonly string[]
  withSeconds?: boolean
}): ReactNode {
  const { i18n } = useLingui()
  const [timeZone = 'UTC'] = zones
  const seconds = withSeconds ? ({ second: '2-digit' } as const) : {}
  return (
    <time dateTime={new Date(at).toISOString()} className="clocktime">
      {i18n.date(new Date(at), { hour: '2-digit', minute: '2-digit', ...seconds, timeZone })}
    </time>
  )
}
