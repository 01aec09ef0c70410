import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { Brand } from '../../components/Brand.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import type { Checks } from '../../model/check/checks.ts'
import type { Level } from '../../model/greenRoomLevel.ts'
import type { GreenRoomEvent, GreenRoomView } from '../../model/greenRoomView.ts'
import { useSignal } from '../../useSignal.ts'
import { AgreedSides } from './AgreedSides.tsx'
import { AwaitedChecks } from './AwaitedChecks.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import { JoinBar } from './JoinBar.tsx'
import { Preview } from './Preview.tsx'
import { StartsAt } from './StartsAt.tsx'
import { useChecks } from './useChecks.ts'
import { Voice } from './Voice.tsx'

/** Before the call: one’s own picture, one’s own voice, who is agreed, and one large button. */
export function GreenRoomScreen({
  view,
  level,
  checks,
  onReadout,
  send,
}: {
  view: ReadonlySignal<GreenRoomView>
  /** Apart from the view, since it moves many times a second. */
  level: ReadonlySignal<Level>
  /** Comes once the page is idle. */
  checks: ReadonlySignal<Checks | undefined>
  /** Where one may read what one's side writes of the call. */
  onReadout: (() => void) | undefined
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const shown = useSignal(view)
  const measured = useChecks(checks)
  return (
    <div className="green">
      <header className="green__head">
        <Brand />
        <StartsAt title={shown.title} startsAtMs={shown.startsAtMs} isToday={shown.isToday} />
        <PageSwitches />
      </header>
      <main className="green__main">
        <div className="green__look">
          <div>
            <h1>
              <Trans>Before you go in</Trans>
            </h1>
            <p className="muted">
              <Trans>Nobody sees or hears you yet.</Trans>
            </p>
          </div>
          <Preview camera={shown.camera} you={shown.you} send={send} />
          <DeviceFields devices={shown.devices} missing={shown.missing} send={send} />
          <div className="green__others">
            {measured ? (
              <measured.parts.OtherChecks
                checks={measured.checks}
                isServerAway={shown.call.phase === 'away'}
              />
            ) : (
              <AwaitedChecks />
            )}
          </div>
          <div className="green__company">
            {measured && <measured.parts.InTheRoom view={shown} send={send} />}
          </div>
        </div>
        <div className="green__check">
          <Voice microphone={shown.microphone} level={level} measured={measured} send={send} />
          <AgreedSides sides={shown.sides} />
          <JoinBar call={shown.call} send={send}>
            {measured && <measured.parts.RingTrouble view={shown} />}
          </JoinBar>
          {measured && onReadout && <measured.parts.OwnReadout onPress={onReadout} />}
        </div>
      </main>
    </div>
  )
}
