import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** Asks before a seat is withdrawn, across the whole list below its person. */
export function WithdrawalAsk({
  name,
  onWithdraw,
  onKeep,
}: {
  name: string
  onWithdraw: () => void
  onKeep: () => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <tr className="seats__question">
      <td colSpan={3}>
        <div className="stack" role="group" aria-label={t`Withdraw ${name}`}>
          <p>
            <Trans>
              {name} will be put out of the call at once, and gets in again only with a new link
              from you. This cannot be undone.
            </Trans>
          </p>
          <div className="dialog__acts">
            <Button className="btn btn--danger-fill" onPress={onWithdraw}>
              <Trans>Withdraw now</Trans>
            </Button>
            <Button className="btn" autoFocus onPress={onKeep}>
              <Trans>Keep the seat</Trans>
            </Button>
          </div>
        </div>
      </td>
    </tr>
  )
}
