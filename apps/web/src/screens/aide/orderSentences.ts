import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Ordered } from '@parley/call'

/** How far the last order came, as the display says. */
export const ORDERED: Readonly<Record<Ordered['is'], MessageDescriptor>> = {
  sending: msg`Being sent.`,
  sent: msg`Sent.`,
  done: msg`Done.`,
  asked: msg`Asked. Nobody in the room has answered yet.`,
  'not-now': msg`The answer in the room: not now.`,
  'no-answer': msg`Nobody in the room answered.`,
  'taken-back': msg`Taken back.`,
  late: msg`It came too late. See how the display is now, and press again.`,
  private: msg`Not now: they speak privately in the room.`,
  unavailable: msg`Not now: the display is on its way into the call.`,
  'not-there': msg`The display did not answer.`,
}
