import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { TelephoneLink } from '../../components/TelephoneLink.tsx'

/** Rings one's own desk, which is a telephone's and not the call's to do. Nothing, where its number is not known. */
export function RingDesk({
  telephone,
  isFirst = false,
}: {
  telephone: string | undefined
  /** The first thing to do. */
  isFirst?: boolean
}): ReactNode {
  if (telephone === undefined) return null
  return (
    <TelephoneLink number={telephone} className={`btn ring ${isFirst ? 'btn--primary' : ''}`}>
      <Trans>Ring our desk</Trans>
    </TelephoneLink>
  )
}
