import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import type { AideEvent, AideView } from '../../model/aide/aideView.ts'
import { useSignal } from '../../useSignal.ts'
import { AideDoor } from './AideDoor.tsx'
import { AideLanguages } from './AideLanguages.tsx'
import { AideLayout } from './AideLayout.tsx'
import { AideMicrophone } from './AideMicrophone.tsx'
import { AideState } from './AideState.tsx'
import { ORDERED } from './orderSentences.ts'
import '../../style/aide.css'

/** An aide's console: how the display is, and what it is asked to be. It decides nothing. */
export function AideScreen({
  view,
  send,
}: {
  view: ReadonlySignal<AideView>
  send: (event: AideEvent) => void
}): ReactNode {
  const shown = useSignal(view)
  const { title, seat, isServerAway } = shown
  return (
    <div className="aide">
      <header className="top">
        <Brand />
        <PageSwitches />
      </header>
      <main className={`aide__main side-${seat.side.place}`}>
        <div className="aide__head">
          <p className="caption">
            <Trans>Aide’s console</Trans>
          </p>
          <h1>
            <bdi>{seat.name}</bdi>
          </h1>
          <p className="small muted">
            <bdi>{seat.side.name}</bdi> · <bdi>{title}</bdi>
          </p>
        </div>
        {isServerAway && (
          <Banner kind="caution" title={<Trans>The server is not answering.</Trans>}>
            <Trans>This goes on by itself once it is back.</Trans>
          </Banner>
        )}
        {shown.phase === 'in' ? (
          <Inside view={shown} send={send} />
        ) : (
          <AideDoor view={shown} send={send} />
        )}
      </main>
    </div>
  )
}

function Inside({
  view: { display, opens, order },
  send,
}: {
  view: AideView & { phase: 'in' }
  send: (event: AideEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <AideState display={display} />
      <p className="aide__order" role="status">
        {order ? t(ORDERED[order.is]) : null}
      </p>
      {display && (
        <div className="aide__controls">
          <AideMicrophone display={display} opens={opens} order={order} send={send} />
          <AideLayout display={display} send={send} />
          <AideLanguages channels={display.channels} send={send} />
        </div>
      )}
    </>
  )
}
