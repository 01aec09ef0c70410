import type { SeatId } from '@parley/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { Levels } from '../model/callSpeaker.ts'
import { onScale } from '../model/greenRoomLevel.ts'
import { useMeasured } from '../useMeasured.ts'

/** How loud somebody's open microphone is here, to eyes alone. */
export function SeatLevel({
  levels,
  seat,
}: {
  levels: ReadonlySignal<Levels>
  seat: SeatId | undefined
}): ReactNode {
  const dbfs = useMeasured(levels, (now) => (seat === undefined ? undefined : now.get(seat)))
  const part = dbfs === undefined ? 0 : onScale(dbfs)
  return (
    <span
      className="meter meter--thin"
      aria-hidden
      style={{ ['--v' as string]: `${(part * 100).toFixed(1)}%` }}
    >
      <span className="meter__fill" />
    </span>
  )
}
