import { useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { FLOOR_DBFS, GOOD_BAND, onScale } from '../../model/greenRoomLevel.ts'
import { useMeasured } from '../../useMeasured.ts'

/** A level with its figure, and where it should be. Silence has no figure. */
export function Level({
  name,
  measured,
}: {
  name: string
  measured: ReadonlySignal<number | undefined>
}): ReactNode {
  const { i18n, t } = useLingui()
  const dbfs = useMeasured(measured)
  const isHeard = dbfs !== undefined && dbfs > FLOOR_DBFS
  const whole = Math.round(Math.max(FLOOR_DBFS, dbfs ?? FLOOR_DBFS))
  const figure = i18n.number(whole).replace('-', '−')
  return (
    <div>
      <p className="booth__level small">
        <span>{name}</span>
        <strong className="num" dir="ltr">
          {isHeard ? t`${figure} dBFS` : '−'}
        </strong>
      </p>
      <span
        className="meter"
        role="meter"
        aria-label={name}
        aria-valuemin={FLOOR_DBFS}
        aria-valuemax={0}
        aria-valuenow={whole}
        aria-valuetext={t`${whole} decibels`}
        style={{
          ['--v' as string]: percent(onScale(whole)),
          ['--from' as string]: percent(onScale(GOOD_BAND.from)),
          ['--to' as string]: percent(1 - onScale(GOOD_BAND.to)),
        }}
      >
        <span className="meter__fill" />
        <span className="meter__band" />
      </span>
    </div>
  )
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}
