import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { TROUBLES } from '../../../language/troubles.ts'
import type { ReadoutsTrouble } from '../../../model/release/readouts/readoutsView.ts'

/** The sentence of everything that keeps an officer from what was wanted with a readout. */
export const READOUT_TROUBLES: Readonly<Record<ReadoutsTrouble, MessageDescriptor>> = {
  ...TROUBLES,
  'not-a-card': msg`This is no public file of a seal, or it was altered on its way. Ask for it again.`,
  'not-for-us': msg`This opens with no seal of this browser, or it was altered on its way.`,
  'not-published': msg`The server did not take it. Nothing was published. Try again, or ask whoever runs it.`,
}
