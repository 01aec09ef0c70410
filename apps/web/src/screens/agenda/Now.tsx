import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { PartsView } from '../../model/agenda/partsView.ts'
import { useNames } from '../call/sentences/useNames.ts'
import { useTime } from '../call/useTime.ts'
import { PartMark } from './PartMark.tsx'

/** The part in progress, as every side agreed. Screen readers hear it change. */
export function Now({
  view: { now, phase, items },
}: {
  view: Pick<PartsView, 'now' | 'phase' | 'items'>
}): ReactNode {
  if (items.length === 0) return undefined
  return (
    <div className="agenda-now__item" aria-live="polite">
      {now ? (
        <>
          <p className="muted">
            <Place now={now} />
          </p>
          <b>
            <bdi>{now.title}</bdi>
          </b>
          <p>
            <PartMark isOpen={now.open} />
          </p>
          <ClosedBy sides={now.closedBy} />
        </>
      ) : (
        <p className="muted">
          {phase === 'over' ? (
            <Trans>The agenda is over. Nothing is open.</Trans>
          ) : (
            <Trans>No part of the agenda has begun. Nothing is open.</Trans>
          )}
        </p>
      )}
    </div>
  )
}

function Place({ now: { part, of, untilMs } }: { now: NonNullable<PartsView['now']> }): ReactNode {
  const until = useTime()(untilMs)
  return (
    <Trans>
      Part {part} of {of}, until {until}
    </Trans>
  )
}

function ClosedBy({ sides }: { sides: readonly string[] }): ReactNode {
  const join = useNames()
  if (sides.length === 0) return undefined
  const names = join(sides)
  return (
    <p className="muted">
      <Trans>Closed by: {names}</Trans>
    </p>
  )
}
