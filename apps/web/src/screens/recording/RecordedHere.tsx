import { useMemo, type ReactNode } from 'react'
import type { EndedView } from '../../model/endedView.ts'
import { SeatRecordings } from '../../model/recording/seatRecordings.ts'
import { SavedRecordings } from './SavedRecordings.tsx'

/** What was recorded at that place and is in this browser. */
export function RecordedHere({ place: { call, seat } }: Pick<EndedView, 'place'>): ReactNode {
  const recordings = useMemo(() => new SeatRecordings({ call, seat }), [call, seat])
  return <SavedRecordings recordings={recordings} />
}
