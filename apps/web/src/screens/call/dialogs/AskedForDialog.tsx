import type { ReactNode } from 'react'
import type { CallDialog } from '../../../model/callDialog.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { CallCodeDialog } from './CallCodeDialog.tsx'
import { CompanyDialog } from './CompanyDialog.tsx'
import { DevicesDialog } from './DevicesDialog.tsx'
import { TurnedAwayDialog } from './TurnedAwayDialog.tsx'
import { UnfitDialog } from './UnfitDialog.tsx'

/** The kinds of dialog that are loaded after one is in. */
type AskedFor = 'browser-unfit' | 'call-code' | 'company' | 'devices' | 'turned-away'

/** What one opens on purpose, and never in the first seconds; and what hardly any browser is told. */
export function AskedForDialog({
  dialog,
  telephone,
  send,
}: {
  dialog: Extract<CallDialog, { type: AskedFor }>
  telephone: string | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  switch (dialog.type) {
    case 'browser-unfit':
      return <UnfitDialog why={dialog.why} telephone={telephone} send={send} />
    case 'call-code': {
      const { groups, epoch } = dialog
      return <CallCodeDialog groups={groups} epoch={epoch} telephone={telephone} send={send} />
    }
    case 'company':
      return <CompanyDialog company={dialog.company} allowed={dialog.allowed} send={send} />
    case 'devices':
      return <DevicesDialog devices={dialog.devices} send={send} />
    case 'turned-away':
      return <TurnedAwayDialog rows={dialog.rows} send={send} />
  }
}
