import { Trans } from '@lingui/react/macro'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { Brand } from '../../../components/Brand.tsx'
import { PageSwitches } from '../../../components/PageSwitches.tsx'
import type { SeatReadout } from '../../../model/release/readout/seatReadout.ts'
import { useSignal } from '../../../useSignal.ts'
import { Approve } from './Approve.tsx'
import { At } from './At.tsx'
import { SeatComments } from './SeatComments.tsx'
import { TextAsPublic } from './TextAsPublic.tsx'
import './readout.css'

/** The readout of one's side on the page of a seat: to be read, remarked on, and by its principal approved. */
export function SeatReadoutScreen({
  model,
  onBack,
}: {
  model: SeatReadout
  onBack: () => void
}): ReactNode {
  const view = useSignal(model.view)
  const main = useRef<HTMLElement>(null)
  useLayoutEffect(() => main.current?.focus({ preventScroll: true }), [])
  const { sideName, text, translations, savedAt, line, isUnsaid } = view
  const send = (event: Parameters<SeatReadout['send']>[0]) => void model.send(event)
  return (
    <div className="account">
      <header className="green__head">
        <Brand />
        <Button className="btn" onPress={onBack}>
          <Trans>Back</Trans>
        </Button>
        <PageSwitches />
      </header>
      <main ref={main} className="account__main" tabIndex={-1}>
        <div className="account__head">
          <h1>
            <Trans>Our readout</Trans>
          </h1>
          <p className="muted">
            {text ? (
              <Trans>
                As the desk of {sideName} saved it at <At at={savedAt} />. Only {sideName} can read
                it until it is published.
              </Trans>
            ) : (
              <Trans>
                The desk of {sideName} has written nothing yet. It appears here as it is written.
              </Trans>
            )}
          </p>
        </div>
        {line === 'lost' ? (
          <Banner kind="caution" title={<Trans>The server is not answering.</Trans>}>
            <Trans>What you see is the text as it was before.</Trans>
          </Banner>
        ) : null}
        {isUnsaid ? (
          <Banner kind="danger" title={<Trans>Your desk has not received that.</Trans>}>
            <Trans>Try again once the line is back.</Trans>
          </Banner>
        ) : null}
        {text ? (
          <>
            <Approve view={view} send={send} />
            <article className="panel account__text">
              {text.correction ? (
                <p>
                  <b>
                    <Trans>Corrects:</Trans>
                  </b>{' '}
                  <bdi>{text.correction}</bdi>
                </p>
              ) : null}
              <TextAsPublic text={text} byline={text.byline} />
              {translations.map((translation) => (
                <TextAsPublic
                  key={translation.language}
                  text={translation}
                  translation={translation}
                />
              ))}
            </article>
            <SeatComments view={view} send={send} />
          </>
        ) : null}
      </main>
    </div>
  )
}
