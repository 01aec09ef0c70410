import { Trans } from '@lingui/react/macro'
import { Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { isGrave, type CallNotice } from '../../model/callNotices.ts'
import { offersOf, type CallOffer } from '../../model/callOffers.ts'
import { RingDesk } from './RingDesk.tsx'

/** What can be done about a notice, and what stands behind that. */
export function NoticeActs({
  notice,
  telephone,
  children,
  send,
}: {
  notice: CallNotice
  telephone: string | undefined
  children?: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const offers = offersOf(notice, telephone)
  if (offers.length === 0 && !children) return null
  return (
    <div className="banner__acts">
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
    case 'ask-to-wait':
      return (
        <Button
          className={`btn ${offer.hasAsked ? '' : 'btn--primary'}`}
          onPress={() => send({ type: 'wait-pressed' })}
        >
          <Hand className="icon" aria-hidden />
          {offer.hasAsked ? <Trans>Asked</Trans> : <Trans>Ask the room to wait</Trans>}
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
