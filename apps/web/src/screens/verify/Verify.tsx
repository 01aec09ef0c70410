import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import type { VerifyEvent, VerifyView } from '../../model/verify/verifyView.ts'
import { AddressForm } from './AddressForm.tsx'
import { CodeForm } from './CodeForm.tsx'
import { DropPlace } from './DropPlace.tsx'
import { Results } from './Results.tsx'
import { Trouble } from './Trouble.tsx'
import './verify.css'

/** Checks what was released, in this browser and nowhere else. */
export function Verify({
  view,
  server,
  isFit,
  send,
}: {
  view: VerifyView
  /** The host that this page can ask; nothing for a page that was saved. */
  server: string | undefined
  /** Whether this browser has what a check takes. */
  isFit: boolean
  send: (event: VerifyEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <header className="top">
        <Brand isLink={server !== undefined} />
        <PageSwitches />
      </header>
      <main className="page verify">
        <div className="verify__head">
          <h1>
            <Trans>Check what was released</Trans>
          </h1>
          <p className="lead">
            <Trans>
              Choose a clip, a readout, a record, or the statement that lies beside one. It is
              checked in this browser, and nothing is sent anywhere.
            </Trans>
          </p>
        </div>
        {isFit ? (
          <section className="panel verify__ask no-print" aria-label={t`What to check`}>
            <DropPlace send={send} />
            {server === undefined ? null : <AddressForm server={server} send={send} />}
            <CodeForm code={view.code} send={send} />
          </section>
        ) : (
          <Banner kind="danger" title={t`This browser cannot check signatures.`}>
            <p>
              <Trans>
                It lacks Ed25519, or this address begins with http. Use a newer browser, or an
                address that begins with https.
              </Trans>
            </p>
          </Banner>
        )}
        <Trouble trouble={view.trouble} />
        <Results view={view} send={send} />
        <p className="small muted no-print">
          {server === undefined ? (
            <Trans>This is a saved copy. It works without a network.</Trans>
          ) : (
            <Trans>
              Once loaded, this page works without a network.{' '}
              <a href="/verify" download="parley-verify.html">
                Save it as a file
              </a>{' '}
              to check with it later, whatever this server serves by then.
            </Trans>
          )}
        </p>
      </main>
    </>
  )
}
