import type { ReadonlySignal } from '@preact/signals-core'
import { Suspense, useEffect, type ReactNode } from 'react'
import type { CallDialog } from '../../../model/callDialog.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { CallView } from '../../../model/callView.ts'
import { onDemand } from '../../onDemand.tsx'
import { Agenda } from '../AgendaOnDemand.tsx'
import { Languages } from '../LanguagesOnDemand.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ReconnectingDialog } from './ReconnectingDialog.tsx'

const askedFor = onDemand(
  'messages',
  async () => (await import('./AskedForDialog.tsx')).AskedForDialog,
)

/** Before one is shown for the first time. */
export const loadAskedFor = askedFor.load

/** Larger: who asks while the line is away waits for it. Smaller: the first pictures wait. */
const LOADED_AFTER_MS = 4000

type Shown = Pick<CallView, 'agenda' | 'telephone' | 'listening'>

/** What lies over the pictures. What stops the call cannot be put away; the rest can. */
export function CallDialogs({
  view,
  levels,
  send,
}: {
  view: Shown & Pick<CallView, 'dialog'>
  levels: ReadonlySignal<Levels>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { dialog, telephone } = view
  useEffect(() => {
    const timer = setTimeout(() => void loadAskedFor().catch(() => undefined), LOADED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!dialog) return undefined
  switch (dialog.type) {
    case 'reconnecting':
      return <ReconnectingDialog forSeconds={dialog.forSeconds} telephone={telephone} send={send} />
    case 'leave':
      return <LeaveDialog send={send} />
    default:
      return (
        <Suspense key={dialog.type}>
          <askedFor.Screen dialog={dialog} telephone={telephone} send={send}>
            <Within dialog={dialog} view={view} levels={levels} send={send} />
          </askedFor.Screen>
        </Suspense>
      )
  }
}

/** What has code of its own in a dialog. */
function Within({
  dialog,
  view,
  levels,
  send,
}: {
  dialog: CallDialog
  view: Shown
  levels: ReadonlySignal<Levels>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (dialog.type === 'agenda') return <Agenda place="dialog" view={view} send={send} />
  const { listening } = view
  if (dialog.type !== 'languages' || !listening) return undefined
  return <Languages part="dialog" listening={listening} levels={levels} send={send} />
}
