import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeskEvent, SeatRow } from '../../model/desk/deskView.ts'

/** Whether the device of a seat may record open parts, where the plan has them recorded. It is part of the list, and signed with it. */
export function SeatRecords({
  row: { seat, name, records, unsigned },
  send,
}: {
  row: SeatRow
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  if (unsigned === 'removed') return null
  return (
    <label className="choice">
      <input
        type="checkbox"
        aria-label={t`The device of ${name} records the open parts`}
        checked={records === true}
        onChange={(event) => send({ type: 'seat-records', seat, records: event.target.checked })}
      />
      <span>
        <Trans>Records the open parts</Trans>
      </span>
    </label>
  )
}
