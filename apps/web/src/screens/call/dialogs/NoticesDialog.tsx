import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { CallNotice } from '../../../model/callNotices.ts'
import { NoticeBanner } from '../NoticeBanner.tsx'

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
    <Dialog className="dialog">
      <Heading slot="title" level={2}>
        <Trans>Notices</Trans>
      </Heading>
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
    </Dialog>
  )
}
