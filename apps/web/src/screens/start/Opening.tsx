import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Brand } from '../../components/Brand.tsx'

/** While a page is read, or a line to the server is made. */
export function Opening(): ReactNode {
  return (
    <>
      <header className="top">
        <Brand />
      </header>
      <main className="page">
        <p role="status">
          <Trans>Opening…</Trans>
        </p>
      </main>
    </>
  )
}
