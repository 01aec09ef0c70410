import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { CopyField } from '../../components/CopyField.tsx'
import { Emblem } from '../../components/Emblem.tsx'
import { Status } from '../../components/Status.tsx'
import { ROLES } from '../../language/roles.ts'
import type { DelegationView, DeskEvent, DeskSide, SeatRow } from '../../model/desk/deskView.ts'
import { languageNames } from './languageNames.ts'
import type { NewSeat } from './SeatForm.tsx'
import { SeatForm } from './SeatForm.tsx'

/** The seats of a side: one's own to add to, another's to acknowledge. */
export function DelegationPanel({
  side,
  delegation,
  languages,
  send,
  onAdd,
}: {
  side: DeskSide
  delegation: DelegationView
  /** What may be spoken here, this side's own first. */
  languages: readonly string[]
  send: (event: DeskEvent) => void
  onAdd: (seat: NewSeat) => void
}): ReactNode {
  const { t } = useLingui()
  const title = `delegation-${side.side}`
  const draft = delegation.awaitsUs
  return (
    <section className={`panel side-${side.order}`} aria-labelledby={title}>
      <div className="panel__head">
        <h2 id={title} className="sidename">
          {side.seal ? <Emblem hex={side.seal.hex} /> : null}
          {side.name}
        </h2>
        {side.isOwn ? null : (
          <span className="small muted">
            <Trans>declared and signed by its own desk</Trans>
          </span>
        )}
      </div>
      {draft ? (
        <div className="panel__body stack">
          <p>
            <Trans>
              {side.name} changed its delegation. Nobody new is let in before you acknowledge it.
            </Trans>
          </p>
          <Button
            className="btn btn--primary"
            onPress={() => send({ type: 'delegation-acknowledged', draft })}
          >
            <Trans>Acknowledge the delegation of {side.name}</Trans>
          </Button>
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
              <Row key={row.seat} row={row} isOwn={side.isOwn} send={send} />
            ))}
          </tbody>
        </table>
      )}
      {side.isOwn ? (
        <div className="panel__body stack">
          {delegation.awaitsOthers ? (
            <Status kind="awaited">
              <Trans>The other desk has not acknowledged this list yet.</Trans>
            </Status>
          ) : null}
          <SeatForm languages={languages} onAdd={onAdd} />
        </div>
      ) : null}
    </section>
  )
}

function Row({
  row,
  isOwn,
  send,
}: {
  row: SeatRow
  isOwn: boolean
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t, i18n } = useLingui()
  return (
    <tr>
      <td>
        <b>{row.name}</b>
        <span className="office">
          {[row.office, languageNames(row.languages, i18n.locale)].filter(Boolean).join(' · ')}
        </span>
        {row.link ? <CopyField label={t`Link for ${row.name}`} text={row.link} /> : null}
      </td>
      <td>{t(ROLES[row.role])}</td>
      <td>
        <div className="stack">
          <SeatState row={row} isOwn={isOwn} />
          {isOwn && (row.pass === 'none' || row.pass === 'withdrawn') && row.isAgreed ? (
            <Button className="btn" onPress={() => send({ type: 'link-asked', seat: row.seat })}>
              <Trans>Make a link for {row.name}</Trans>
            </Button>
          ) : null}
          {isOwn && row.pass === 'given' ? (
            <>
              <Button className="btn" onPress={() => send({ type: 'link-asked', seat: row.seat })}>
                <Trans>Another device for {row.name}</Trans>
              </Button>
              <Button
                className="btn btn--danger"
                onPress={() => send({ type: 'seat-withdrawn', seat: row.seat })}
              >
                <Trans>Withdraw {row.name}</Trans>
              </Button>
            </>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

function SeatState({ row, isOwn }: { row: SeatRow; isOwn: boolean }): ReactNode {
  if (row.isHere)
    return (
      <Status kind="good">
        <Trans>In the call</Trans>
      </Status>
    )
  if (!row.isAgreed)
    return (
      <Status kind="awaited">
        <Trans>Not agreed yet</Trans>
      </Status>
    )
  switch (row.pass) {
    case 'given':
      return (
        <Status kind="good">
          <Trans>Has its pass</Trans>
        </Status>
      )
    case 'asks':
      return (
        <Status kind="usable">
          <Trans>Asks now</Trans>
        </Status>
      )
    case 'link-open':
      return (
        <Status kind="awaited">
          <Trans>Link not opened</Trans>
        </Status>
      )
    case 'withdrawn':
      return (
        <Status kind="not">
          <Trans>Withdrawn</Trans>
        </Status>
      )
    case 'none':
      return (
        <Status kind={isOwn ? 'awaited' : 'good'}>
          {isOwn ? <Trans>No link yet</Trans> : <Trans>Agreed</Trans>}
        </Status>
      )
  }
}
