import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { TurnedAway } from '../../../model/callTurnedAway.ts'
import { REFUSED } from '../sentences/refused.ts'
import { REMOVED } from '../../notices/sentences/removed.ts'
import { useTime } from '../useTime.ts'
import { CallDialogBox } from './CallDialogBox.tsx'

/** Who was refused or taken out, when, why, and by whom if a member signed it. */
export function TurnedAwayDialog({
  rows,
  send,
}: {
  rows: readonly TurnedAway[]
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const time = useTime()
  return (
    <CallDialogBox
      title={<Trans>Refused and taken out</Trans>}
      onClose={() => send({ type: 'dialog-closed' })}
    >
      <p className="small muted">
        <Trans>
          As this device saw it, the newest first; it keeps the latest. Whoever was refused received
          no picture and no sound.
        </Trans>
      </p>
      <ol className="turned">
        {rows.map((row) => (
          <li key={row.id}>
            <time className="num" dateTime={new Date(row.atMs).toISOString()}>
              {time(row.atMs)}
            </time>
            <div>
              <RowWords row={row} />
            </div>
          </li>
        ))}
      </ol>
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={() => send({ type: 'dialog-closed' })}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}

function RowWords({ row }: { row: TurnedAway }): ReactNode {
  const { t } = useLingui()
  if (row.type === 'refused')
    return (
      <>
        <p>
          <b>
            {row.by ? (
              <Trans>A change of keys by the device of {row.by} was refused.</Trans>
            ) : (
              <Trans>A device tried to come in. It was refused.</Trans>
            )}
          </b>
        </p>
        <p className="small muted">{t(REFUSED[row.code])}</p>
      </>
    )
  return (
    <>
      <p>
        <b>
          <Trans>{row.name} is no longer in the room.</Trans>
        </b>
      </p>
      <p className="small muted">
        {t(REMOVED[row.because])} {row.by && <Trans>Taken out by the device of {row.by}.</Trans>}
      </p>
    </>
  )
}
