import type { SeatId } from '@parley/protocol'
import type { ListedSeat, Lists, Plan } from '@parley/seal'

/** Where a plan does not say so. Larger: what nobody released lies about for longer. Smaller: a clip is not agreed in time. */
const KEEP_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** Days after the start of the call for which what was recorded is kept; undefined where nothing is recorded. */
export function keepDaysOf({ modalities }: Pick<Plan, 'modalities'>): number | undefined {
  if (modalities.recording === 'never') return undefined
  return modalities.keepDays ?? KEEP_DAYS
}

/** When what was recorded and not released is destroyed, in milliseconds UTC. */
export function keepUntilOf(plan: Pick<Plan, 'modalities' | 'start'>): number | undefined {
  const days = keepDaysOf(plan)
  return days === undefined ? undefined : plan.start + days * DAY_MS
}

/** The seats whose devices may record the open parts, as every side agreed: by plan and by delegation. */
export function recordersOf(
  plan: Pick<Plan, 'modalities'> | undefined,
  { seats }: Pick<Lists, 'seats'>,
): ReadonlyMap<SeatId, ListedSeat> {
  const isRecorded = plan?.modalities.recording === 'open-parts'
  return new Map([...seats].filter(([, { records }]) => isRecorded && records))
}
