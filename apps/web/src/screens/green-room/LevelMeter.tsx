import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { CSSProperties, ReactNode } from 'react'
import { FLOOR_DBFS, GOOD_BAND, onScale, type Level } from '../../model/greenRoomLevel.ts'
import { useMeasured } from '../../useMeasured.ts'

/** The level with its peak, the good band ruled above it, and beside its figure what is said of it. */
export function LevelMeter({
  level,
  children,
}: {
  level: ReadonlySignal<Level>
  children: ReactNode
}): ReactNode {
  const { t, i18n } = useLingui()
  const now = useMeasured(level)
  const peak = Math.round(now.peak)
  const figure = i18n.number(peak).replace('-', '−')
  return (
    <>
      <div className="green__level small">
        <strong className="num">
          {now.peak <= FLOOR_DBFS ? '−' : <Trans>{figure} dBFS at the peak</Trans>}
        </strong>
        <span aria-live="polite">{children}</span>
      </div>
      <span
        className="meter green__meter"
        role="meter"
        aria-label={t`Level of your microphone`}
        aria-valuemin={FLOOR_DBFS}
        aria-valuemax={0}
        aria-valuenow={peak}
        aria-valuetext={t`${peak} decibels`}
        style={scaleOf(now)}
      >
        <span className="meter__fill" />
        <span className="meter__peak" />
        <span className="meter__band" />
      </span>
    </>
  )
}

function scaleOf({ dbfs, peak }: Level): CSSProperties {
  return {
    ['--v' as string]: percent(onScale(dbfs)),
    ['--peak' as string]: percent(onScale(peak)),
    ['--from' as string]: percent(onScale(GOOD_BAND.from)),
    ['--to' as string]: percent(1 - onScale(GOOD_BAND.to)),
  }
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}
