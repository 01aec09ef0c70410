import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { BoothView } from '../../model/booth/boothView.ts'

/** Simultaneous interpreters change after that, by the rule of the trade. */
const TURN_MINUTES = 30

/** How long the turn has been, beside the half hour that is its measure. */
export function Turn({
  turn: { who, sinceMs },
  nowMs,
}: {
  turn: NonNullable<BoothView['turn']>
  nowMs: number
}): ReactNode {
  const { t } = useLingui()
  const seconds = Math.max(0, Math.floor((nowMs - sinceMs) / 1000))
  const part = Math.min(1, seconds / 60 / TURN_MINUTES)
  return (
    <div>
      <div className="booth__turn">
        <b className="num" dir="ltr">
          {clockOf(seconds)}
        </b>
        <span className="small muted">
          {who === 'you' ? (
            <Trans>of {TURN_MINUTES} minutes in this turn</Trans>
          ) : (
            <Trans>of {TURN_MINUTES} minutes, your partner’s turn</Trans>
          )}
        </span>
      </div>
      <span
        className="meter"
        role="meter"
        aria-label={t`Minutes of this turn`}
        aria-valuemin={0}
        aria-valuemax={TURN_MINUTES}
        aria-valuenow={Math.floor(seconds / 60)}
        style={{ ['--v' as string]: `${(part * 100).toFixed(1)}%` }}
      >
        <span className="meter__fill" />
      </span>
    </div>
  )
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
