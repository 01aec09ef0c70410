import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** The name of the product, which leads to the first page where leaving loses nothing. */
export function Brand({ isLink = false }: { isLink?: boolean }): ReactNode {
  const mark = (
    <>
      <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="3" aria-hidden="true">
        <path d="M12.5 4.5a12 12 0 0 0 0 23M19.5 4.5a12 12 0 0 1 0 23M16 12v8" />
      </svg>
      <Trans>Parley</Trans>
    </>
  )
  return isLink ? (
    <a className="brand" href="/">
      {mark}
    </a>
  ) : (
    <span className="brand">{mark}</span>
  )
}
