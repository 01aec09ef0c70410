import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../components/Status.tsx'
import type { SeatRow } from '../../model/desk/deskView.ts'

/** How far a seat is: agreed, with a link, with a pass, in the call. */
export function SeatState({ row, isOwn }: { row: SeatRow; isOwn: boolean }): ReactNode {
  if (row.unsigned)
    return (
      <Status kind="awaited">
        {row.unsigned === 'added' ? (
          <Trans>Not signed yet</Trans>
        ) : (
          <Trans>Taken out, once you sign</Trans>
        )}
      </Status>
    )
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
          <Trans>Pass given</Trans>
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
