import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { MicrophoneClosedBy } from '../../../model/callFacts.ts'

/** What closed the microphone. Nothing ever opens it but its holder. */
export const MICROPHONE_CLOSED: Readonly<Record<MicrophoneClosedBy, MessageDescriptor>> = {
  start: msg`Your microphone is closed. Nobody hears you yet.`,
  holder: msg`You closed your microphone.`,
  'reconnecting-shown': msg`Your microphone was closed because the connection was lost.`,
  'new-leaf': msg`Your microphone was closed because you joined again.`,
  'new-seat': msg`Your microphone was closed because you changed your seat.`,
  'new-room': msg`Your microphone was closed because you changed rooms.`,
  'new-input-device': msg`Your microphone was closed because another one was chosen.`,
  'no-device': msg`Your microphone stays closed: no device gives sound.`,
  'device-lost': msg`Your microphone was closed because its device stopped.`,
  private: msg`Your private talk closed your plenary microphone.`,
  'handed-over': msg`Your partner is on air. Your microphone was closed.`,
  'cough-lost': msg`Your microphone stayed closed: this window lost the focus while you coughed.`,
}
