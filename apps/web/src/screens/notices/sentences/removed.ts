import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { RemovedBecause } from '@parley/call'

/** Why somebody is no longer in the room. */
export const REMOVED: Readonly<Record<RemovedBecause, MessageDescriptor>> = {
  left: msg`Left the call.`,
  silent: msg`Was not heard for 30 seconds. The seat is kept.`,
  withdrawn: msg`The seat was withdrawn by its own desk.`,
  expired: msg`The pass has expired.`,
  replaced: msg`The seat was given to another device.`,
  'not-agreed': msg`The seat is not on the agreed list.`,
}
