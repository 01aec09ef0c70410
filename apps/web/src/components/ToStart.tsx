import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** The way on from where nothing else leads on. */
export function ToStart(): ReactNode {
  return (
    <a className="btn" href="/">
      <Trans>To the start</Trans>
    </a>
  )
}
