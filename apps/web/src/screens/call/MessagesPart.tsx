import { Trans } from '@lingui/react/macro'
import { useEffect, useState, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { onDemand } from '../onDemand.tsx'

const list = onDemand('messages', async () => (await import('../messages/Messages.tsx')).Messages)

let isLoaded = false

/** Loads the list of messages. Rejects where its code cannot be loaded. */
export async function loadMessages(): Promise<void> {
  await list.load()
  isLoaded = true
}

/** Whoever comes in sees and hears the others first. Larger: the list opens late. Smaller: the first picture waits for it. */
const AHEAD_AFTER_MS = 2500

/** Tried again after this. Larger: one waits although the line is back. Smaller: a lost line is asked all the time. */
const AGAIN_AFTER_MS = 2000

/** Loads the list of messages ahead, so that it is there when the line is not. */
export function useMessagesAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadMessages().catch(() => undefined), AHEAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
}

/** What was written. Where its code cannot be loaded the call goes on, and it is tried again. */
export function MessagesPart(shown: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const [is, setIs] = useState<'loading' | 'there' | 'away'>(() => (isLoaded ? 'there' : 'loading'))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const attempt = () =>
      void loadMessages().then(
        () => setIs('there'),
        () => {
          setIs('away')
          timer = setTimeout(attempt, AGAIN_AFTER_MS)
        },
      )
    attempt()
    return () => clearTimeout(timer)
  }, [])
  if (is === 'there') return <list.Screen {...shown} />
  if (is === 'loading') return undefined
  return (
    <p role="status" className="muted small">
      <Trans>
        The messages are not there yet. They are fetched again as soon as the line is back.
      </Trans>
    </p>
  )
}
