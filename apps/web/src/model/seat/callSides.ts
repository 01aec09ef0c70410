import type { Documents } from '@parley/client'
import type { SideId } from '@parley/protocol'
import { fingerprintOf } from '@parley/seal'
import type { CallSide } from '../callFacts.ts'

/** The sides of the agreed plan, as this seat sees them. */
export async function callSides({ plan }: Documents, own: SideId): Promise<readonly CallSide[]> {
  const sides = plan?.payload.sides ?? []
  return await Promise.all(
    sides.map(async ({ side, name, flag, seal }, index): Promise<CallSide> => {
      const { hex } = await fingerprintOf(seal)
      const isOwn = side === own
      return {
        side,
        name,
        flag: flag === '' ? undefined : flag,
        fingerprint: hex,
        place: index + 1,
        isOwn,
        seal: isOwn ? 'own' : 'compared',
      }
    }),
  )
}
