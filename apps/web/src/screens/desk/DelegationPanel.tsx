import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Emblem } from '../../components/Emblem.tsx'
import type { DelegationView, DeskEvent, DeskSide } from '../../model/desk/deskView.ts'
import { DelegationTelephone } from './DelegationTelephone.tsx'
import { SeatLine } from './SeatLine.tsx'

/** The seats of a side, as they stand; another's to acknowledge. */
export function DelegationPanel({
  side,
  delegation,
  mayRecord,
  send,
}: {
  side: DeskSide
  delegation: DelegationView
  /** Whether the agreed plan has open parts recorded. */
  mayRecord: boolean
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const title = `delegation-${side.side}`
  const draft = delegation.awaitsUs
  return (
    <section className={`panel side-${side.order}`} aria-labelledby={title}>
      <div className="panel__head">
        <h2 id={title} className="sidename">
          {side.seal ? <Emblem hex={side.seal.hex} /> : null}
          <bdi>{side.name}</bdi>
        </h2>
        {side.isOwn || delegation.rows.length === 0 ? null : (
          <span className="small muted">
            <Trans>declared and signed by its own desk</Trans>
          </span>
        )}
      </div>
      {draft ? (
        <div className="panel__body stack">
          <p>
            {delegation.isFirst ? (
              <Trans>
                {side.name} declared its delegation. Nobody of it is let in before you acknowledge
                it.
              </Trans>
            ) : (
              <Trans>
                {side.name} changed its delegation. Nobody new is let in before you acknowledge it.
              </Trans>
            )}
          </p>
          <Button
            className="btn btn--primary"
            onPress={() => send({ type: 'delegation-acknowledged', draft })}
          >
            <Trans>Acknowledge the delegation of {side.name}</Trans>
          </Button>
          <p className="caption">
            <Trans>
              This is a signature, and cannot be taken back. Only their own desk can take somebody
              out of its list.
            </Trans>
          </p>
        </div>
      ) : null}
      {delegation.rows.length === 0 ? (
        <p className="panel__body muted">
          {side.isOwn ? (
            <Trans>No seats yet. Add the people who will sit in this call.</Trans>
          ) : (
            <Trans>Its desk has not declared any seat yet.</Trans>
          )}
        </p>
      ) : (
        <table className="seats" aria-label={t`Seats of ${side.name}`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Name and office</Trans>
              </th>
              <th scope="col">
                <Trans>Role</Trans>
              </th>
              <th scope="col">
                <Trans>State</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {delegation.rows.map((row) => (
              <SeatLine
                key={row.seat}
                row={row}
                isOwn={side.isOwn}
                mayRecord={mayRecord}
                send={send}
              />
            ))}
          </tbody>
        </table>
      )}
      <DelegationTelephone telephone={delegation.telephone} isOwn={side.isOwn} />
    </section>
  )
}
