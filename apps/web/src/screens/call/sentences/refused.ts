import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { VoidCode } from '@parley/group'

/** Why a device was refused at the door. It received no picture and no sound. */
export const REFUSED: Readonly<Record<VoidCode, MessageDescriptor>> = {
  malformed: msg`What it sent cannot be read.`,
  'wrong-suite': msg`It asked for other keys than this call uses.`,
  'wrong-context': msg`It came for another call or another room.`,
  'not-allowed': msg`It tried a change that nobody may make.`,
  'bad-signature': msg`Its signature is wrong.`,
  'bad-path': msg`Its keys do not fit together.`,
  index: msg`It claimed a place that does not exist.`,
  'unknown-seal': msg`Its pass bears a seal that is not in the agreed plan.`,
  'leaf-not-signed': msg`Its device did not sign for its key.`,
  'no-proof': msg`It brought no proof that all sides agreed on its seat.`,
  'second-leaf': msg`Its seat is taken.`,
}
