import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { HeldCode } from '@parley/group'

/** Why one may not go in, in the words of `admit`, and whom to ask. */
export const NOT_ADMITTED: Readonly<Record<HeldCode, MessageDescriptor>> = {
  withdrawn: msg`Your desk has withdrawn your seat. Ask your desk.`,
  'old-pass': msg`Your seat was given to another device. Ask your desk.`,
  early: msg`Your pass is not valid yet. Wait, or ask your desk. Look also at the clock of this device.`,
  expired: msg`Your pass has expired. Ask your desk for a new one. Look also at the clock of this device.`,
  'not-agreed': msg`Not all sides have agreed on your seat yet. Ask your desk.`,
  'not-cleared': msg`Your seat is not agreed for this room. Ask your desk.`,
}
