import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** Which call this is, and when it starts. */
export function StartsAt({ title, startsAtMs }: { title: string; startsAtMs: number }): ReactNode {
  const { i18n } = useLingui()
  const time = i18n.date(startsAtMs, { hour: '2-digit', minute: '2-digit' })
  return (
    <p className="green__when">
      <b>{title}</b>
      <span className="muted">
        <Trans>starts at {time}</Trans>
      </span>
    </p>
  )
}
