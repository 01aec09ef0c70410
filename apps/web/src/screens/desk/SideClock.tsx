import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeskEvent, DeskSide } from '../../model/desk/deskView.ts'
import { Clocks } from './Moment.tsx'
import { ZoneField } from './ZoneField.tsx'

/** What the clock of a side shows when the call starts, and where that clock hangs. */
export function SideClock({
  side: { side, name, zone },
  start,
  send,
}: {
  side: DeskSide
  /** In milliseconds UTC. */
  start: number
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <details className="small">
      <summary>
        {zone ? (
          <Trans>
            Starts at <Clocks at={start} zones={[zone]} />
          </Trans>
        ) : (
          <Trans>Say where {name} is, to see its time</Trans>
        )}
      </summary>
      <div className="stack side__zone">
        <ZoneField
          label={t`Time zone of ${name}`}
          zone={zone ?? ''}
          onChange={(chosen) => send({ type: 'zone-chosen', side, zone: chosen })}
        />
        <p className="caption">
          <Trans>Only this browser remembers it. The plan does not change.</Trans>
        </p>
      </div>
    </details>
  )
}
