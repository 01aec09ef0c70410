import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { NotPlayedCode } from '../../../model/callFacts.ts'

/** Why something that arrived was not played. */
export const NOT_PLAYED: Readonly<Record<NotPlayedCode, MessageDescriptor>> = {
  'codec-not-allowed': msg`It is coded in a way that was not agreed.`,
  malformed: msg`It cannot be read.`,
  'wrong-leaf': msg`It bears somebody else’s mark.`,
  'wrong-track': msg`It bears the mark of another picture or sound.`,
  'unknown-epoch': msg`It is sealed with a key that this device does not have.`,
  'old-epoch': msg`It is sealed with a key that is no longer used.`,
  'not-in-epoch': msg`Its sender was not in the room under that key.`,
  replayed: msg`The same came once before.`,
  'not-authentic': msg`Its seal is broken: it was changed on the way, or sealed with another key.`,
  'outside-bounds': msg`It came while the microphone was said to be closed.`,
  'too-many-waiting': msg`Too much of it came before its key.`,
  failed: msg`It could not be opened.`,
}
