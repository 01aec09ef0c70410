import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Status } from '../../components/Status.tsx'
import type { DeskEvent, SeatRow } from '../../model/desk/deskView.ts'

/** The console of a seat's aide: how far it is, and what an officer may do with it. */
export function SeatAide({
  row,
  send,
}: {
  row: SeatRow
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { seat, name, aide } = row
  if (row.unsigned || !row.isAgreed) return null
  switch (aide.pass) {
    case 'none':
    case 'withdrawn':
      if (row.pass !== 'given') return null
      return (
        <div className="seats__acts no-print">
          <Button
            className="btn btn--quiet"
            aria-label={t`Aide’s console for ${name}`}
            onPress={() => send({ type: 'aide-link-asked', seat })}
          >
            <Trans>Aide’s console</Trans>
          </Button>
        </div>
      )
    case 'link-open':
      return (
        <span className="no-print">
          <Status kind="awaited">
            <Trans>Aide’s console: link not opened</Trans>
          </Status>
        </span>
      )
    case 'asks':
      return (
        <span className="no-print">
          <Status kind="usable">
            <Trans>Aide’s console asks now</Trans>
          </Status>
        </span>
      )
    case 'given':
      return (
        <>
          <Status kind="good">
            <Trans>Aide’s console has its pass</Trans>
          </Status>
          <div className="seats__acts no-print">
            <Button
              className="btn btn--danger"
              aria-label={t`Withdraw the aide’s console of ${name}`}
              onPress={() => send({ type: 'aide-withdrawn', seat })}
            >
              <Trans>Withdraw</Trans>
            </Button>
          </div>
        </>
      )
  }
}
