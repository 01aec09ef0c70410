import { Trans } from '@lingui/react/macro'
import { ClipboardPaste } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Status } from '../../components/Status.tsx'
import type { DelegationView, DeskEvent, NewSeat } from '../../model/desk/deskView.ts'
import { PasteSeats } from './paste/PasteSeats.tsx'
import { SeatForm } from './SeatForm.tsx'
import { UnsignedSeats } from './UnsignedSeats.tsx'

/** Adds to one's own list of seats, one by one or many at once, and signs it. */
export function OwnSeats({
  delegation,
  languages,
  mayRecord,
  send,
}: {
  delegation: DelegationView
  mayRecord: boolean
  /** What may be spoken here, this side's own first. */
  languages: readonly string[]
  send: (event: DeskEvent) => void
}): ReactNode {
  const [isPasting, setIsPasting] = useState(false)
  const role = delegation.rows.some((row) => row.role === 'principal') ? 'adviser' : 'principal'
  const add = (people: readonly NewSeat[]) => send({ type: 'seats-added', people })
  return (
    <div className="panel__body stack">
      {delegation.awaitsOthers ? (
        <Status kind="awaited">
          <Trans>The other desk has not acknowledged this list yet.</Trans>
        </Status>
      ) : null}
      <UnsignedSeats delegation={delegation} send={send} />
      {isPasting ? (
        <PasteSeats
          taken={delegation.rows.map(({ name }) => name)}
          languages={languages}
          onAdd={(people) => {
            setIsPasting(false)
            add(people)
          }}
          onCancel={() => setIsPasting(false)}
        />
      ) : (
        <SeatForm
          languages={languages}
          role={role}
          mayRecord={mayRecord}
          onAdd={(person) => add([person])}
        >
          <Button className="btn" onPress={() => setIsPasting(true)}>
            <ClipboardPaste className="icon" aria-hidden="true" />
            <Trans>Paste a list of people</Trans>
          </Button>
        </SeatForm>
      )}
    </div>
  )
}
