import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DeskEvent, SeatRow } from '../../model/desk/deskView.ts'

/** What an officer may do with a seat of their own side. Each button is named after its person for whoever hears it. */
export function SeatActs({
  row,
  send,
  onWithdraw,
}: {
  row: SeatRow
  send: (event: DeskEvent) => void
  /** Asks first. */
  onWithdraw: () => void
}): ReactNode {
  const { t } = useLingui()
  const { seat, name } = row
  const askLink = () => send({ type: 'link-asked', seat })
  if (row.unsigned === 'removed' || row.pass === 'asks') return null
  if (row.pass !== 'given')
    return (
      <div className="seats__acts">
        {row.isAgreed && row.pass !== 'link-open' ? (
          <Button className="btn" aria-label={t`Make a link for ${name}`} onPress={askLink}>
            <Trans>Make a link</Trans>
          </Button>
        ) : null}
        <Button
          className="btn btn--quiet"
          aria-label={t`Take ${name} out of the list`}
          onPress={() => send({ type: 'seat-removed', seat })}
        >
          <Trans>Take out</Trans>
        </Button>
      </div>
    )
  return (
    <div className="seats__acts">
      <Button className="btn" aria-label={t`Another device for ${name}`} onPress={askLink}>
        <Trans>Another device</Trans>
      </Button>
      <Button className="btn btn--danger" aria-label={t`Withdraw ${name}`} onPress={onWithdraw}>
        <Trans>Withdraw</Trans>
      </Button>
    </div>
  )
}
