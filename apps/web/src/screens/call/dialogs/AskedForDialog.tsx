import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { CallDialog } from '../../../model/callDialog.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { BesideDialog } from './BesideDialog.tsx'
import { CallCodeDialog } from './CallCodeDialog.tsx'
import { CompanyDialog } from './CompanyDialog.tsx'
import { DevicesDialog } from './DevicesDialog.tsx'
import { NoticesDialog } from './NoticesDialog.tsx'
import { TurnedAwayDialog } from './TurnedAwayDialog.tsx'
import { UnfitDialog } from './UnfitDialog.tsx'

/** The kinds of dialog that are loaded after one is in. */
type AskedFor = Exclude<CallDialog['type'], 'reconnecting' | 'leave'>

/** What one opens on purpose, and never in the first seconds; and what hardly any browser is told. */
export function AskedForDialog({
  dialog,
  telephone,
  children,
  send,
}: {
  dialog: Extract<CallDialog, { type: AskedFor }>
  telephone: string | undefined
  /** What has code of its own in it. */
  children: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  switch (dialog.type) {
    case 'agenda':
      return (
        <BesideDialog title={<Trans>Agenda</Trans>} send={send}>
          {children}
        </BesideDialog>
      )
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
    case 'languages':
      return (
        <BesideDialog title={<Trans>I hear</Trans>} send={send}>
          {children}
        </BesideDialog>
      )
    case 'notices':
      return <NoticesDialog notices={dialog.notices} telephone={telephone} send={send} />
    case 'turned-away':
      return <TurnedAwayDialog rows={dialog.rows} send={send} />
  }
}
