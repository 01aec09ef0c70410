import { Trans } from '@lingui/react/macro'
import { TabletSmartphone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AidedView } from '../../model/aide/aidedView.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallDialogBox } from '../call/dialogs/CallDialogBox.tsx'
import { AskDialog } from './AskDialog.tsx'
import '../../style/aided.css'

/** What a display shows of its aide's console: that it is there, and what it asks. */
export function AidedParts({
  aided: { isThere, asked },
  Box,
  send,
}: {
  aided: AidedView
  /** What lies over the call is the call's own. */
  Box: typeof CallDialogBox
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <>
      <div role="status">
        {isThere && (
          <p className="aided">
            <TabletSmartphone className="icon" aria-hidden />
            <Trans>An aide’s console is connected</Trans>
          </p>
        )}
      </div>
      {asked && <AskDialog key={asked.id} id={asked.id} Box={Box} send={send} />}
    </>
  )
}
