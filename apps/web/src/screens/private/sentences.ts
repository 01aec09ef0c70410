import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { PrivateEndedBy } from '@parley/call'
import type { PrivateHearing, PrivateUnavailable } from '../../model/private/privateView.ts'

/** What ended a private talk. Nothing opens again without another press. */
export const PRIVATE_ENDED: Readonly<Record<PrivateEndedBy, MessageDescriptor>> = {
  'let-go': msg`You have stopped speaking privately.`,
  'focus-lost': msg`Your private microphone was closed because you went to another window.`,
  'page-hidden': msg`Your private microphone was closed because this page was hidden.`,
  'pointer-lost': msg`Your private microphone was closed because the button was lost.`,
  'joined-again': msg`Your private microphone was closed because you joined again.`,
  reconnecting: msg`Your private microphone was closed because the connection was lost.`,
  'new-device': msg`Your private microphone was closed because another one was chosen.`,
  'no-device': msg`Your private microphone stays closed: no device gives sound.`,
  'nobody-there': msg`Your private microphone was closed because nobody of your side is in.`,
  held: msg`Your private microphone was closed because not everyone there is on the agreed list.`,
  'listener-gone': msg`Your private microphone was closed because your listener has left.`,
  left: msg`Your private microphone was closed because you left.`,
  'plenary-open': msg`Your private microphone was closed because your microphone opened in the plenary.`,
}

/** Why one cannot speak privately now. */
export const PRIVATE_UNAVAILABLE: Readonly<Record<PrivateUnavailable, MessageDescriptor>> = {
  'not-cleared': msg`Your seat is not cleared for the private room. Only your desk can clear it.`,
  'no-key': msg`This device was given no key of the private room. Ask your desk for a new link.`,
  'joined-again': msg`You are on your way into the private room.`,
  reconnecting: msg`The private room is not reached now.`,
  'nobody-there': msg`Nobody else of your side is in. What you write waits for them.`,
  held: msg`Not everyone there is on the agreed list: nothing is sent.`,
  left: msg`You have left the private room.`,
}

/** Beside a name. */
export const PRIVATE_HEARING: Readonly<Record<PrivateHearing, MessageDescriptor>> = {
  'hears-you': msg`hears you`,
  'does-not-hear-you': msg`does not hear you`,
  'not-confirmed': msg`not confirmed`,
  'is-in': msg`is in`,
  'left-out': msg`does not hear this`,
  held: msg`hears nothing: nothing is sent`,
  'not-in': msg`not in`,
  'not-cleared': msg`not cleared`,
}
