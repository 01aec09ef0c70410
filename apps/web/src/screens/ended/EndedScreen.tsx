import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Suspense, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Brand } from '../../components/Brand.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import { ToStart } from '../../components/ToStart.tsx'
import type { EndedEvent, EndedView } from '../../model/endedView.ts'
import { useSignal } from '../../useSignal.ts'
import { RingDesk } from '../call/RingDesk.tsx'
import { onDemand } from '../onDemand.tsx'
import { ENDED } from './endedSentences.ts'

const recorded = onDemand(
  'recording',
  async () => (await import('../recording/RecordedHere.tsx')).RecordedHere,
)

/** After the call: why it is over here, and whether one may go in again. */
export function EndedScreen({
  view,
  onReadout,
  send,
}: {
  view: ReadonlySignal<EndedView>
  /** Where one may read what one's side writes of the call. */
  onReadout: (() => void) | undefined
  send: (event: EndedEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const main = useRef<HTMLElement>(null)
  // The dialog in which one left is gone, and the control that opened it too.
  useLayoutEffect(() => main.current?.focus({ preventScroll: true }), [])
  const { by, title, minutes, canJoinAgain, telephone, place } = useSignal(view)
  return (
    <div className="ended">
      <header className="green__head">
        <Brand />
        <PageSwitches />
      </header>
      <main ref={main} className="ended__main" tabIndex={-1}>
        <h1>{t(ENDED[by].title)}</h1>
        <div>
          <p className="ended__call">
            <bdi>{title}</bdi>
          </p>
          {minutes !== undefined && (
            <p className="small muted num">
              <Plural
                value={minutes}
                _0="You were in for less than a minute."
                one="You were in for # minute."
                other="You were in for # minutes."
              />
            </p>
          )}
        </div>
        <p>{t(ENDED[by].follows)}</p>
        <p className="small muted">
          <Trans>
            The camera and the microphone are off. The keys of the call are gone from this device.
          </Trans>
        </p>
        <Suspense>
          <recorded.Screen place={place} />
        </Suspense>
        {telephone !== undefined && (
          <p>
            <RingDesk telephone={telephone} />
          </p>
        )}
        {canJoinAgain ? (
          <Button
            className="btn btn--primary btn--large"
            onPress={() => send({ type: 'join-again-pressed' })}
          >
            <Trans>Join again</Trans>
          </Button>
        ) : (
          <ToStart />
        )}
        {onReadout && (
          <Button className="btn" onPress={onReadout}>
            <Trans>Our side’s readout</Trans>
          </Button>
        )}
      </main>
    </div>
  )
}
