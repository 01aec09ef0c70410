import { ManualClock } from './manualClock.ts'
import { Side } from './side.ts'

/** Ada speaks on track 7, Ben hears her. */
export async function adaAndBen({ isMicrophone = false } = {}) {
  const clock = new ManualClock()
  const [ada, ben] = [new Side(clock, 0), new Side(clock, 1)] as const
  await ada.install(0)
  await ben.install(0)
  ada.sends(7, { isMicrophone })
  ben.hears(0, 7, { isMicrophone })
  return { clock, ada, ben }
}
