import { Suspense, useEffect, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { onDemand } from '../onDemand.tsx'
import { NotThereYet } from './NotThereYet.tsx'

const list = onDemand('messages', async () => (await import('../messages/Messages.tsx')).Messages)

/** Loads the list of messages. */
export const loadMessages = list.load

/** Whoever comes in sees and hears the others first. Larger: the list opens late. Smaller: the first picture waits for it. */
const AHEAD_AFTER_MS = 2500

/** Loads the list of messages ahead, so that it is there when the line is not. */
export function useMessagesAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadMessages(), AHEAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
}

/** What was written. Where its code cannot be loaded the call goes on. */
export function MessagesPart(shown: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <Suspense fallback={<NotThereYet />}>
      <list.Screen {...shown} />
    </Suspense>
  )
}
