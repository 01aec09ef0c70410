import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { HeldCode } from '@parley/group'

/** Why nothing is sent beside somebody, in one sentence after the name. */
export const HELD: Readonly<Record<HeldCode, MessageDescriptor>> = {
  withdrawn: msg`The seat was withdrawn by its own desk.`,
  'old-pass': msg`The seat was given to another device.`,
  early: msg`The pass is not valid yet.`,
  expired: msg`The pass has expired.`,
  'not-agreed': msg`The seat is not on the list that all sides agreed on.`,
  'not-cleared': msg`The seat is not agreed for this room.`,
}

/** The same in two or three words, beside a name. */
export const HELD_SHORT: Readonly<Record<HeldCode, MessageDescriptor>> = {
  withdrawn: msg`withdrawn`,
  'old-pass': msg`on another device`,
  early: msg`pass not valid yet`,
  expired: msg`pass expired`,
  'not-agreed': msg`not agreed`,
  'not-cleared': msg`not agreed here`,
}
