import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { CopyField } from '../../components/CopyField.tsx'
import { ROLES } from '../../language/roles.ts'
import type { DeskEvent, SeatRow } from '../../model/desk/deskView.ts'
import { languageNames } from './languageNames.ts'
import { SeatActs } from './SeatActs.tsx'
import { SeatState } from './SeatState.tsx'

/** One seat of a delegation. */
export function SeatLine({
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
        </span>
        {row.link ? <CopyField label={t`Link for ${row.name}`} text={row.link} /> : null}
      </td>
      <td>{t(ROLES[row.role])}</td>
      <td>
        <div className="stack seats__state">
          <SeatState row={row} isOwn={isOwn} />
          {isOwn ? <SeatActs row={row} send={send} /> : null}
        </div>
      </td>
    </tr>
  )
}
