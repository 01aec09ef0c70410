import { soundsPlayedIn } from '../media/hear.ts'
import { stampsSeen } from '../media/see.ts'
import { heldBy } from '../sixSeats/attempt.ts'
import type { Seated } from './evilStage.ts'
import { takenBy } from './frameTap.ts'
import { isOfMembers } from './onceEach.ts'

/** How many pictures show somebody. */
export async function timesSeen({ page }: Seated, person: number): Promise<number> {
  const stamps = await stampsSeen(page)
  return stamps.filter((stamp) => stamp.person === person).length
}

/** The largest sample of all that a page plays within a second. */
export async function loudnessAt({ page }: Seated): Promise<number> {
  const played = await soundsPlayedIn(page)
  return played.reduce(
    (most, { samples }) => samples.reduce((found, each) => Math.max(found, Math.abs(each)), most),
    0,
  )
}

/** How many frames have come to a page that are of no member’s track. */
export async function inTheClear({ page }: Seated): Promise<number> {
  const held = await heldBy(page)
  return (await takenBy(page)).filter((frame) => !isOfMembers(frame, held)).length
}
