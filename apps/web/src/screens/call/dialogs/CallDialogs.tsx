import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Suspense, useEffect, type ReactNode } from 'react'
import type { CallDialog } from '../../../model/callDialog.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { CallView } from '../../../model/callView.ts'
import { onDemand } from '../../onDemand.tsx'
import { Agenda } from '../AgendaOnDemand.tsx'
import { Languages } from '../LanguagesOnDemand.tsx'
import { BesideDialog } from './BesideDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { NoticesDialog } from './NoticesDialog.tsx'
import { ReconnectingDialog } from './ReconnectingDialog.tsx'

const askedFor = onDemand(
  'messages',
  async () => (await import('./AskedForDialog.tsx')).AskedForDialog,
)

/** Before one is shown for the first time. */
export const loadAskedFor = askedFor.load

/** Larger: who asks while the line is away waits for it. Smaller: the first pictures wait. */
const LOADED_AFTER_MS = 4000

/** What lies over the pictures. What stops the call cannot be put away; the rest can. */
export function CallDialogs({
  view,
  levels,
  send,
}: {
  view: Pick<CallView, 'agenda' | 'dialog' | 'telephone' | 'listening'>
  levels: ReadonlySignal<Levels>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { dialog, telephone, listening } = view
  useEffect(() => {
    const timer = setTimeout(() => void loadAskedFor().catch(() => undefined), LOADED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  switch (dialog?.type) {
    case 'agenda':
      return (
        <BesideDialog title={<Trans>Agenda</Trans>} send={send}>
          <Agenda place="dialog" view={view} send={send} />
        </BesideDialog>
      )
    case 'languages':
      return (
        <BesideDialog title={<Trans>I hear</Trans>} send={send}>
          {listening && (
            <Languages part="dialog" listening={listening} levels={levels} send={send} />
          )}
        </BesideDialog>
      )
    default:
      return dialog && <Shown key={dialog.type} dialog={dialog} telephone={telephone} send={send} />
  }
}

function Shown({
  dialog,
  telephone,
  send,
}: {
  dialog: Exclude<CallDialog, { type: 'languages' | 'agenda' }>
  telephone: string | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  switch (dialog.type) {
    case 'reconnecting':
      return <ReconnectingDialog forSeconds={dialog.forSeconds} telephone={telephone} send={send} />
    case 'leave':
      return <LeaveDialog send={send} />
    case 'notices':
      return <NoticesDialog notices={dialog.notices} telephone={telephone} send={send} />
    default:
      return (
        <Suspense>
          <askedFor.Screen dialog={dialog} telephone={telephone} send={send} />
        </Suspense>
      )
  }
}
