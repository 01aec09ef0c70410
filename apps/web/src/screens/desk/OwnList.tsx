import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DelegationView, DeskEvent, DeskSide, DeskView } from '../../model/desk/deskView.ts'
import { seatLanguages } from '../../model/desk/seatLanguages.ts'
import { OwnSeats } from './OwnSeats.tsx'
import { SeatLinks } from './SeatLinks.tsx'
import { TelephoneForm } from './TelephoneForm.tsx'

/** What an officer does to their own list. Apart from the lists, so that those of all sides are alike. */
export function OwnList({
  view,
  side,
  delegation,
  send,
}: {
  view: DeskView
  side: DeskSide
  delegation: DelegationView
  send: (event: DeskEvent) => void
}): ReactNode {
  return (
    <section className="panel own-list no-print" aria-labelledby="own-list">
      <div className="panel__head">
        <h2 id="own-list">
          <Trans>The list of {side.name}</Trans>
        </h2>
      </div>
      <SeatLinks view={view} side={side} delegation={delegation} send={send} />
      <div className="own-list__forms">
        <OwnSeats
          delegation={delegation}
          languages={seatLanguages(delegation, view)}
          mayRecord={view.mayRecord}
          send={send}
        />
        <TelephoneForm telephone={delegation.telephone} send={send} />
      </div>
    </section>
  )
}
