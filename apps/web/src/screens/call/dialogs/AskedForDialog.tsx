import type { ReactNode } from 'react'
import type { CallDialog } from '../../../model/callDialog.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { CallCodeDialog } from './CallCodeDialog.tsx'
import { DevicesDialog } from './DevicesDialog.tsx'

/** What one opens on purpose, and never in the first seconds. */
export function AskedForDialog({
  dialog,
  telephone,
  send,
}: {
  dialog: Extract<CallDialog, { type: 'call-code' | 'devices' }>
  telephone: string | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return dialog.type === 'devices' ? (
    <DevicesDialog devices={dialog.devices} send={send} />
  ) : (
    <CallCodeDialog groups={dialog.groups} epoch={dialog.epoch} telephone={telephone} send={send} />
  )
}
