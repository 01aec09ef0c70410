import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode } from 'react'
import { clocksAt } from '../../model/desk/clocks.ts'

/** A day and an hour, as the clock of each place shows them. */
export function Moment({
  at,
  zones,
  dateStyle = 'full',
}: {
  at: number
  /** The first one's day is said; another's where it differs. */
  zones: readonly string[]
  dateStyle?: 'full' | 'long'
}): ReactNode {
  const { i18n } = useLingui()
  const [zone] = zones
  const day = i18n.date(new Date(at), { dateStyle, timeZone: zone ?? 'UTC' })
  return (
    <time dateTime={new Date(at).toISOString()}>
      <Trans>
        {day}, <Clocks at={at} zones={zones} />
      </Trans>
    </time>
  )
}

/** Only the hours, beside each other. */
export function Clocks({ at, zones }: { at: number; zones: readonly string[] }): ReactNode {
  const { i18n } = useLingui()
  return clocksAt(at, zones).map(({ zone, city, isOtherDay }, place) => {
    const day = isOtherDay ? ({ weekday: 'short', day: 'numeric', month: 'short' } as const) : {}
    const time = { hour: '2-digit', minute: '2-digit', timeZone: zone, ...day } as const
    return (
      <Fragment key={zone}>
        {place > 0 ? ' · ' : null}
        <bdi className="clock">
          {i18n.date(new Date(at), time)} {city}
        </bdi>
      </Fragment>
    )
  })
}
