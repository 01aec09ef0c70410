import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { RecordingFailure } from '../../model/recording/recordingState.ts'

/** Why a device records nothing, each a sentence. */
export const RECORDING_FAILURES: Readonly<Record<RecordingFailure, MessageDescriptor>> = {
  'no-disk': msg`This browser lets no page keep files. Nothing is recorded here.`,
  'in-use': msg`Another tab of this browser has this recording. Nothing is recorded here.`,
  'no-space': msg`The disk is full. What was recorded before is kept.`,
  'disk-failed': msg`The disk could not be written to. What was recorded before is kept.`,
  'not-loaded': msg`The recorder could not be loaded: the line may be lost. Nothing is recorded here.`,
  'no-key': msg`The agreed list does not say to which desk a recording is sealed. Nothing is recorded here.`,
}
