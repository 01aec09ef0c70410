import { setTimeout as after } from 'node:timers/promises'
import type { OpenRoom } from '@parley/client'
import { setStage } from '../e2e/stage.ts'
import { attend } from './attend.ts'
import { framesOf } from './browser/frameLog.ts'
import { come, goInTalking } from './browser/people.ts'
import { NOTHING } from './browser/watch.ts'
import { accountFor, type Account } from './delays/lost.ts'
import { progress } from './progress.ts'
import type { Results } from './report/spread.ts'

const CHANGES = 12
const EVERY_MS = 2000
const SETTLE_MS = 5000
/** How long the last frames may be under way. */
const ARRIVE_MS = 3000

/**
 * Frames sent and lost between two real browsers while the epoch changes every two seconds. Others attend
 * without media and refresh their keys in turn, since the server lets one device commit ten times a minute.
 */
export async function epoch(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 4 })
  const one = await come(stage, { place: 0, parts, noting: NOTHING, withFrames: true })
  const other = await come(stage, { place: 4, parts, noting: NOTHING, withFrames: true })
  await goInTalking(one)
  await goInTalking(other)
  const others: OpenRoom[] = []
  for (const { seat } of [...stage.planned.seats.slice(1, 4), ...stage.planned.seats.slice(5)])
    others.push(await attend(stage.planned, { seat, parts }))
  await after(SETTLE_MS)
  let epochs = 0
  others[0]?.room.listen(({ type }) => void (type === 'epoch' && epochs++))
  await Promise.all([framesOf(one.page), framesOf(other.page)])
  for (let change = 0; change < CHANGES; change++) {
    await others[change % others.length]?.room.refresh()
    await after(EVERY_MS)
  }
  const untilMs = Date.now()
  await after(ARRIVE_MS)
  const [here, there] = [await framesOf(one.page), await framesOf(other.page)]
  const accounts = [accountFor(here, there, untilMs), accountFor(there, here, untilMs)]
  progress(`${epochs} epochs: ${JSON.stringify(accounts)}`)
  const sum = (of: keyof Account) => accounts.reduce((total, account) => total + account[of], 0)
  return {
    epochs,
    framesSent: sum('sent'),
    framesLost: sum('notSealed') + sum('notOpened') + sum('neverCame'),
    notSealed: sum('notSealed'),
    notOpened: sum('notOpened'),
    neverCame: sum('neverCame'),
  }
}
