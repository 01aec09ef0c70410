import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { FLOOR_DBFS, GOOD_BAND, onScale, type Level } from '../../model/greenRoomLevel.ts'
import { useMeasured } from '../../useMeasured.ts'

/** Two steps of the scale in each dB: finer ones nobody sees, and the page is drawn for each. */
const STEPS_PER_DB = 2

/** The level with its peak, the good band ruled above it, and beside its figure what is said of it. */
export function LevelMeter({
  level,
  children,
}: {
  level: ReadonlySignal<Level>
  children: ReactNode
}): ReactNode {
  return (
    <>
      <div className="green__level small">
        <strong className="num">
          <Figure level={level} />
        </strong>
        <span aria-live="polite">{children}</span>
      </div>
      <Scale level={level} />
    </>
  )
}

function Figure({ level }: { level: ReadonlySignal<Level> }): ReactNode {
  const { i18n } = useLingui()
  const peak = useMeasured(level, (now) => Math.round(now.peak))
  const figure = i18n.number(peak).replace('-', '−')
  return (
    <span className="green__figure">
      {peak <= FLOOR_DBFS ? '−' : <Trans>{figure} dBFS at the peak</Trans>}
    </span>
  )
}

function Scale({ level }: { level: ReadonlySignal<Level> }): ReactNode {
  const { t } = useLingui()
  const dbfs = useMeasured(level, (now) => stepped(now.dbfs))
  const highest = useMeasured(level, (now) => stepped(now.peak))
  const peak = Math.round(highest)
  return (
    <span
      className="meter green__meter"
      role="meter"
      aria-label={t`Level of your microphone`}
      aria-valuemin={FLOOR_DBFS}
      aria-valuemax={0}
      aria-valuenow={peak}
      aria-valuetext={t`${peak} decibels`}
      style={{
        ['--v' as string]: percent(onScale(dbfs)),
        ['--peak' as string]: percent(onScale(highest)),
        ['--from' as string]: percent(onScale(GOOD_BAND.from)),
        ['--to' as string]: percent(1 - onScale(GOOD_BAND.to)),
      }}
    >
      <span className="meter__fill" />
      <span className="meter__peak" />
      <span className="meter__band" />
    </span>
  )
}

function stepped(dbfs: number): number {
  return Math.round(dbfs * STEPS_PER_DB) / STEPS_PER_DB
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}
