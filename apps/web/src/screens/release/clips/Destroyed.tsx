import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** When what nobody released is destroyed. */
export function Destroyed({
  at,
  timeZone,
}: {
  at: number | undefined
  timeZone: string
}): ReactNode {
  const { i18n } = useLingui()
  if (at === undefined) return null
  const day = i18n.date(new Date(at), { dateStyle: 'long', timeZone })
  return (
    <p className="caption">
      <Trans>
        What is not released is destroyed on{' '}
        <time dateTime={new Date(at).toISOString()}>{day}</time>, as the plan says, and the record
        tells it.
      </Trans>
    </p>
  )
}
