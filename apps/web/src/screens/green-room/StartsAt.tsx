import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useTime } from '../call/useTime.ts'

/** Which call this is, and when it starts. */
export function StartsAt({ title, startsAtMs }: { title: string; startsAtMs: number }): ReactNode {
  const time = useTime()(startsAtMs)
  return (
    <p className="green__when">
      <b>
        <bdi>{title}</bdi>
      </b>
      <span className="muted">
        <Trans>starts at {time}</Trans>
      </span>
    </p>
  )
}
