import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Brand } from '../components/Brand.tsx'

/** The screen that this page's link asks for. */
export function App(): ReactNode {
  return (
    <main className="page">
      <Brand />
      <h1>
        <Trans>Talks between sides</Trans>
      </h1>
    </main>
  )
}
