import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { isGrave, type CallNotice } from '../../model/callNotices.ts'
import { offersOf, type CallOffer } from '../../model/callOffers.ts'
import { RingDesk } from './RingDesk.tsx'

/** What can be done about a notice, and what stands before and behind that. */
export function NoticeActs({
  notice,
  telephone,
  first,
  children,
  send,
}: {
  notice: CallNotice
  telephone: string | undefined
  first?: ReactNode
  children?: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const offers = offersOf(notice, telephone)
  if (offers.length === 0 && !first && !children) return null
  return (
    <div className="banner__acts">
      {first}
      {offers.map((offer) => (
        <Act key={offer.is} offer={offer} notice={notice} send={send} />
      ))}
      {children}
    </div>
  )
}

function Act({
  offer,
  notice,
  send,
}: {
  offer: CallOffer
  notice: CallNotice
  send: (event: CallScreenEvent) => void
}): ReactNode {
  switch (offer.is) {
    case 'ring-desk':
      return <RingDesk telephone={offer.telephone} isFirst={isGrave(notice)} />
    case 'leave':
      return (
        <Button className="btn" onPress={() => send({ type: 'dialog-opened', dialog: 'leave' })}>
          <Trans>Leave the call</Trans>
        </Button>
      )
    case 'show-turned-away':
      return (
        <Button
          className="btn"
          onPress={() => send({ type: 'dialog-opened', dialog: 'turned-away' })}
        >
          <Trans>Show</Trans>
        </Button>
      )
    case 'note':
      return (
        <Button className="btn" onPress={() => send({ type: 'incident-dismissed', id: notice.id })}>
          <Trans>Noted</Trans>
        </Button>
      )
  }
}
