import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { useLateness } from './useLateness.ts'

/** While a page is read, or a line to the server is made. What takes long is not waited for without a word. */
export function Opening(): ReactNode {
  const { t } = useLingui()
  const lateness = useLateness()
  return (
    <>
      <header className="top">
        <Brand />
      </header>
      <main className="page opening">
        <div role="status">
          <h1>
            <Trans>Opening…</Trans>
          </h1>
        </div>
        {lateness === 'offline' ? (
          <Banner
            kind="caution"
            title={<Trans>This device is not connected to any network.</Trans>}
          >
            <Trans>Connect it.</Trans>
          </Banner>
        ) : null}
        {lateness === 'very-late' ? (
          <Banner
            kind="caution"
            title={<Trans>The server is not answering.</Trans>}
            acts={
              <Button className="btn" onPress={() => location.reload()}>
                <Trans>Load this page again</Trans>
              </Button>
            }
          >
            <Trans>This page tries again by itself, and nothing is lost.</Trans>
          </Banner>
        ) : null}
        {lateness === undefined ? null : <progress aria-label={t`Opening…`} />}
      </main>
    </>
  )
}
