import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** The zone of this device is said with the hour: whoever planned the call may live in another. */
const HOUR_AND_ZONE = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
} as const

/** Which call this is, and when it starts: on which day, where that is not today's. */
export function StartsAt({
  title,
  startsAtMs,
  isToday,
}: {
  title: string
  startsAtMs: number
  isToday: boolean
}): ReactNode {
  const { i18n } = useLingui()
  const day = i18n.date(startsAtMs, { weekday: 'long', day: 'numeric', month: 'long' })
  const time = i18n.date(startsAtMs, HOUR_AND_ZONE)
  return (
    <p className="green__when">
      <b>
        <bdi>{title}</bdi>
      </b>
      <span className="muted">
        {isToday ? (
          <Trans>starts at {time}</Trans>
        ) : (
          <Trans>
            starts on {day} at {time}
          </Trans>
        )}
      </span>
    </p>
  )
}
