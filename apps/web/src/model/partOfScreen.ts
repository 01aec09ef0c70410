import type { CallScreenEvent } from './callEvent.ts'
import type { CallFacts } from './callFacts.ts'
import type { CallView } from './callView.ts'

/** What a part of a call that is loaded by need has to do with the screen. */
export type PartOfScreen = {
  /** What is known in it of the people of the call. */
  tell?: (facts: CallFacts) => CallFacts
  /** The call's screen with it. */
  show: (view: CallView) => CallView
  /** Hears of all that is done on the screen, and says whether it was for nobody else. */
  take: (event: CallScreenEvent) => boolean
}
