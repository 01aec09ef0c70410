import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { CallNotice } from '../../../model/callNotices.ts'
import { NoticeBanner } from '../NoticeBanner.tsx'
import { CallDialogBox } from './CallDialogBox.tsx'

/** All that has to be said now, also what has no room above the pictures. */
export function NoticesDialog({
  notices,
  telephone,
  send,
}: {
  notices: readonly CallNotice[]
  telephone: string | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <CallDialogBox title={<Trans>Notices</Trans>} onClose={() => send({ type: 'dialog-closed' })}>
      {notices.length === 0 && (
        <p>
          <Trans>There is none now.</Trans>
        </p>
      )}
      {notices.map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} telephone={telephone} send={send} />
      ))}
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={() => send({ type: 'dialog-closed' })}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
