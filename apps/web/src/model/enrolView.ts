import type { EnrolmentStep } from '@parley/client'
import type { RefusalCode } from '@parley/protocol'

/** What the holder of a seat link sees until the device has its seat. */
export type EnrolView =
  | { phase: 'reaching' }
  /** No way to the server yet; `isTrying` after one said to try now. */
  | { phase: 'unreached'; isTrying: boolean }
  | { phase: 'asking' }
  /** Six digits, to be read aloud to one's own desk. */
  | { phase: 'code'; code: string }
  /** The server does not answer any more. */
  | { phase: 'away' }
  | { phase: 'granted' }
  | { phase: 'refused'; code: RefusalCode }
  /** The desk that answered is not the one that the link names. */
  | { phase: 'wrong-desk' }

/** Whether asking anew can help: a spent or unknown link stays so. */
export function canAskAgain(view: EnrolView): boolean {
  if (view.phase !== 'refused') return false
  return !(['token-spent', 'link-unknown', 'call-unknown', 'withdrawn'] as RefusalCode[]).includes(
    view.code,
  )
}

/** What is shown after that step. Who presses to try now keeps seeing what they pressed. */
export function stepView(before: EnrolView, step: EnrolmentStep): EnrolView {
  switch (step.is) {
    case 'reaching':
      return before.phase === 'unreached' ? { ...before, isTrying: true } : { phase: 'reaching' }
    case 'unreached':
      return { phase: 'unreached', isTrying: false }
    case 'code':
      return { phase: 'code', code: step.code }
    case 'asking':
    case 'away':
    case 'granted':
      return { phase: step.is }
  }
}
