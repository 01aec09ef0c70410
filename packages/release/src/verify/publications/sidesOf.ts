import { fingerprintOf } from '@parley/seal'
import type { Party } from '../../documents/party.ts'
import type { Released, SealOfSide } from '../verdict.ts'

/** The sides that have to sign it, as it says itself. */
export function sidesOf({ is, payload }: Released): readonly Party[] {
  return is === 'readout' ? [payload.side] : payload.sides
}

/** Those sides, with the codes of their seals. */
export function signersOf(released: Released): Promise<readonly SealOfSide[]> {
  return Promise.all(
    sidesOf(released).map(async ({ side, name, flag, seal }) => ({
      side,
      name,
      flag,
      seal,
      ...(await fingerprintOf(seal)),
    })),
  )
}
