import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EndedBy } from '@parley/call'

/** Why the call is over for this window, and what follows. */
export const ENDED: Readonly<
  Record<EndedBy, { title: MessageDescriptor; follows: MessageDescriptor }>
> = {
  left: {
    title: msg`You have left the call`,
    follows: msg`The others know that you left. Your seat is kept.`,
  },
  replaced: {
    title: msg`Your seat is open in another place`,
    follows: msg`Another window or device has taken it. Joining again here closes it there.`,
  },
  withdrawn: {
    title: msg`Your desk has withdrawn your seat`,
    follows: msg`This device hears and sees nothing of the call any more. Ask your desk.`,
  },
  refused: {
    title: msg`You were not let in`,
    follows: msg`The devices in the call did not accept this one. Nothing was sent. Ask your desk.`,
  },
}
