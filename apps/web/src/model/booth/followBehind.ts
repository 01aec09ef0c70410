import type { SeatId } from '@parley/protocol'
import { effect } from '@preact/signals-core'
import type { BoothFrom } from './booth.ts'
import { behindMs, NOTHING_BEHIND, stepBehind } from './behind.ts'

/** Tells how far each interpreter on air is behind the floor, each time that another was measured. */
export function followBehind(
  { facts, levels, isVoice, clock }: Pick<BoothFrom, 'facts' | 'levels' | 'isVoice' | 'clock'>,
  tell: (behind: ReadonlyMap<SeatId, number>) => void,
): () => void {
  let behind = NOTHING_BEHIND
  let told = ''
  return effect(() => {
    const now = levels.value
    const { people } = facts.peek()
    const open = people.filter(
      ({ microphone, standing }) => microphone === 'open' && standing === 'agreed',
    )
    const isHeard = ({ seat }: { seat: SeatId }) => isVoice(now.get(seat))
    const onAir = open.filter(({ into }) => into !== undefined)
    behind = stepBehind(behind, {
      isFloorHeard: open.some((one) => one.into === undefined && isHeard(one)),
      heard: new Map(onAir.map((one) => [one.seat, isHeard(one)])),
      nowMs: clock.nowMs(),
    })
    const measured = onAir.flatMap(({ seat }): [SeatId, number][] => {
      const ms = behindMs(behind, seat)
      return ms === undefined ? [] : [[seat, ms]]
    })
    const line = measured.join()
    if (line === told) return
    told = line
    tell(new Map(measured))
  })
}
