import { Plural, Trans } from '@lingui/react/macro'
import { Copy, Link, Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DelegationView, DeskEvent, DeskSide, DeskView } from '../../model/desk/deskView.ts'
import { linkedSeats, seatLinksText, seatsToLink } from '../../model/desk/seatLinksText.ts'
import { SeatCards } from './SeatCards.tsx'

/** Makes the links of all seats at once, and hands them on: copied together, or printed as cards. */
export function SeatLinks({
  view,
  side,
  delegation: { rows },
  send,
}: {
  view: Pick<DeskView, 'zones' | 'plan'>
  side: DeskSide
  delegation: DelegationView
  send: (event: DeskEvent) => void
}): ReactNode {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const [isPrinting, setIsPrinting] = useState(false)
  const linked = linkedSeats(rows)
  const toLink = seatsToLink(rows)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(seatLinksText(linked))
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  if (linked.length === 0 && toLink.length < 2) return null
  return (
    <div className="panel__body stack links">
      <div className="dialog__acts">
        {toLink.length > 1 ? (
          <Button
            className="btn"
            onPress={() => send({ type: 'links-asked', seats: toLink.map(({ seat }) => seat) })}
          >
            <Link className="icon" aria-hidden="true" />
            <Plural value={toLink.length} one="Make one link" other="Make links for all #" />
          </Button>
        ) : null}
        {linked.length > 0 ? (
          <>
            <Button className="btn" onPress={() => void copy()}>
              <Copy className="icon" aria-hidden="true" />
              <Trans>Copy all links</Trans>
            </Button>
            <Button className="btn" onPress={() => setIsPrinting(true)}>
              <Printer className="icon" aria-hidden="true" />
              <Trans>Print the links as cards</Trans>
            </Button>
          </>
        ) : null}
      </div>
      <p className="small muted" role="status">
        {copied === 'no' ? (
          <Trans>Each link works once, on one device, and only with the digits read to you.</Trans>
        ) : null}
        {copied === 'yes' ? (
          <Plural
            value={linked.length}
            one="Copied: one name with its link."
            other="Copied: # names with their links, one on each line."
          />
        ) : null}
        {copied === 'failed' ? (
          <Trans>This browser does not let the page copy. Copy each link by hand.</Trans>
        ) : null}
      </p>
      {isPrinting ? (
        <SeatCards view={view} side={side} seats={linked} onDone={() => setIsPrinting(false)} />
      ) : null}
    </div>
  )
}
