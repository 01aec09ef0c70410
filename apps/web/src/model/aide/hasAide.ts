import type { Documents } from '@parley/client'
import { aidePlaceOf, type SeatId } from '@parley/protocol'

/** Whether the desk let in a console for the aide of that seat, and did not withdraw it. */
export function hasAide(
  { passes, lists }: Pick<Documents, 'passes' | 'lists'>,
  seat: SeatId,
): boolean {
  const place = aidePlaceOf(seat)
  const pass = passes.get(place)?.payload
  return (
    pass?.drives === seat &&
    !lists.withdrawn.some((one) => one.seat === place && one.passVersion >= pass.version)
  )
}
