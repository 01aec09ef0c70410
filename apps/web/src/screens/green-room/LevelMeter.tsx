import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { CSSProperties, ReactNode } from 'react'
import { Status, type StatusKind } from '../../components/Status.tsx'
import {
  FLOOR_DBFS,
  GOOD_BAND,
  judgeLevel,
  onScale,
  type Level,
  type LevelJudgement,
} from '../../model/greenRoomLevel.ts'
import { useSignal } from '../../useSignal.ts'

const SHAPES: Readonly<Record<LevelJudgement, StatusKind>> = {
  silent: 'awaited',
  low: 'usable',
  good: 'good',
  loud: 'usable',
}

/** The level with its peak, the good band ruled above it, and a word. */
export function LevelMeter({ level }: { level: ReadonlySignal<Level> }): ReactNode {
  const { t } = useLingui()
  const now = useSignal(level)
  const judgement = judgeLevel(now)
  const peak = Math.round(now.peak)
  return (
    <>
      <div className="row row--apart row--wrap small">
        <strong className="num">
          {judgement === 'silent' ? '−' : <Trans>{peak} dBFS at the peak</Trans>}
        </strong>
        <span aria-live="polite">
          <Status kind={SHAPES[judgement]}>
            <JudgementWords judgement={judgement} />
          </Status>
        </span>
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

function JudgementWords({ judgement }: { judgement: LevelJudgement }): ReactNode {
  switch (judgement) {
    case 'silent':
      return <Trans>Say a few words</Trans>
    case 'low':
      return <Trans>A little low: sit closer, or turn up the input</Trans>
    case 'good':
      return <Trans>Good level</Trans>
    case 'loud':
      return <Trans>Too loud: sit back, or turn down the input</Trans>
  }
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
