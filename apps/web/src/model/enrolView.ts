import type { RefusalCode } from '@parley/protocol'

/** What the holder of a seat link sees until the device has its seat. */
export type EnrolView =
  | { phase: 'asking' }
  /** Six digits, to be read aloud to one's own desk. */
  | { phase: 'code'; code: string }
  /** The server does not answer. */
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
