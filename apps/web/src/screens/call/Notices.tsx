import { Plural } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallNotices } from '../../model/callNotices.ts'
import { NoticeBanner } from './NoticeBanner.tsx'

/**
 * What has to be said now, above the pictures. Screen readers hear it from the announcer, once. A low or narrow
 * window shows the first alone; wherever some have no room, the first opens all of them.
 */
export function Notices({
  notices: { shown, inAll },
  telephone,
  children,
  send,
}: {
  notices: CallNotices
  /** Of one's own desk. */
  telephone: string | undefined
  children: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <div className="call__notices">
      {shown.map((notice, place) => (
        <NoticeBanner key={notice.id} notice={notice} telephone={telephone} send={send}>
          {place === 0 && inAll > 1 && (
            <Button
              className="btn call__every"
              data-has-room={inAll === shown.length || undefined}
              onPress={() => send({ type: 'dialog-opened', dialog: 'notices' })}
            >
              <Plural value={inAll} _2="Both notices" one="# notice" other="All # notices" />
            </Button>
          )}
        </NoticeBanner>
      ))}
      {children}
    </div>
  )
}
