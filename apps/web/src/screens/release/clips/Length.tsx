import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** How long a clip is, in minutes and seconds. */
export function Length({ ms }: { ms: number }): ReactNode {
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return <Trans>{rest} s</Trans>
  return rest === 0 ? (
    <Trans>{minutes} min</Trans>
  ) : (
    <Trans>
      {minutes} min {rest} s
    </Trans>
  )
}
