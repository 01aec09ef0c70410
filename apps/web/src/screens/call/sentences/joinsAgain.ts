import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { JoinsAgainBy } from '@parley/call'

/** Why one joins again without having been asked. */
export const JOINS_AGAIN: Readonly<Record<JoinsAgainBy, MessageDescriptor>> = {
  forked: msg`This device and the others no longer had the same key. Nothing is sent until they do.`,
  behind: msg`This device missed a change of keys. Nothing is sent until it has the new one.`,
  removed: msg`The others had not heard this device for a while. Your seat is kept.`,
  'group-over': msg`Everybody had left. The room is opened anew.`,
  'frames-stopped': msg`What seals sound and picture on this device had stopped. Nothing was sent unsealed.`,
}
