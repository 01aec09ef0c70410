import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** A moment as the signers gave it, by the clock of the world. */
export function Signed({ at }: { at: number }): ReactNode {
  const { i18n } = useLingui()
  return (
    <time dateTime={new Date(at).toISOString()}>
      {i18n.date(new Date(at), {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'UTC',
        timeZoneName: 'short',
      })}
    </time>
  )
}
