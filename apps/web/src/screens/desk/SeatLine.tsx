import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { CopyField } from '../../components/CopyField.tsx'
import { Status } from '../../components/Status.tsx'
import { ROLES } from '../../language/roles.ts'
import type { DeskEvent, SeatRow } from '../../model/desk/deskView.ts'
import { languageNames } from './languageNames.ts'
import { SeatAide } from './SeatAide.tsx'
import { SeatActs } from './SeatActs.tsx'
import { SeatRecords } from './SeatRecords.tsx'
import { SeatState } from './SeatState.tsx'
import { WithdrawalAsk } from './WithdrawalAsk.tsx'

/** One seat of a delegation. */
export function SeatLine({
  row,
  isOwn,
  mayRecord,
  send,
}: {
  row: SeatRow
  isOwn: boolean
  /** Whether the agreed plan has open parts recorded. */
  mayRecord: boolean
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  // A seat whose pass is gone meanwhile has nothing to withdraw.
  const isAsking = isWithdrawing && row.pass === 'given'
  return (
    <>
      <tr className={row.unsigned ? `seats__${row.unsigned}` : undefined}>
        <td>
          <b>
            <bdi>{row.name}</bdi>
          </b>
          <span className="office">
            {row.office === '' ? null : (
              <>
                <bdi>{row.office}</bdi>
                {'\u00A0· '}
              </>
            )}
            <bdi>{languageNames(row.languages, i18n.locale)}</bdi>
            {row.rooms.length > 1 ? (
              <>
                {'\u00A0· '}
                <Trans>private room</Trans>
              </>
            ) : null}
            {row.records ? (
              <>
                {'\u00A0· '}
                <b className="seats__records">
                  <Trans>records the open parts</Trans>
                </b>
              </>
            ) : null}
          </span>
          {row.alike === undefined ? null : (
            <Status kind="awaited">
              <Trans>Looks like {row.alike} of another side</Trans>
            </Status>
          )}
          {row.link ? <CopyField label={t`Link for ${row.name}`} text={row.link} /> : null}
          {row.aide.link ? (
            <CopyField label={t`Link for the aide’s console of ${row.name}`} text={row.aide.link} />
          ) : null}
        </td>
        <td>{t(ROLES[row.role])}</td>
        <td>
          <div className="stack seats__state">
            <SeatState row={row} isOwn={isOwn} />
            {isOwn && !isAsking ? (
              <SeatActs row={row} send={send} onWithdraw={() => setIsWithdrawing(true)} />
            ) : null}
            {isOwn ? <SeatAide row={row} send={send} /> : null}
            {isOwn && mayRecord ? <SeatRecords row={row} send={send} /> : null}
          </div>
        </td>
      </tr>
      {isAsking ? (
        <WithdrawalAsk
          name={row.name}
          onWithdraw={() => {
            setIsWithdrawing(false)
            send({ type: 'seat-withdrawn', seat: row.seat })
          }}
          onKeep={() => setIsWithdrawing(false)}
        />
      ) : null}
    </>
  )
}
