import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../components/Status.tsx'
import type { SeatRow } from '../../model/desk/deskView.ts'

/** How far a seat is: agreed, with a link, with a pass, in the call. */
export function SeatState({ row, isOwn }: { row: SeatRow; isOwn: boolean }): ReactNode {
  if (row.unsigned)
    return (
      <Status kind="awaited">
        {row.unsigned === 'removed' ? (
          <Trans>Taken out, once you sign</Trans>
        ) : (
          <Trans>Not signed yet</Trans>
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
        <OnScreen>
          <Status kind="usable">
            <Trans>Asks now</Trans>
          </Status>
        </OnScreen>
      )
    case 'link-open':
      return (
        <OnScreen>
          <Status kind="awaited">
            <Trans>Link not opened</Trans>
          </Status>
        </OnScreen>
      )
    case 'withdrawn':
      return (
        <Status kind="not">
          <Trans>Withdrawn</Trans>
        </Status>
      )
    case 'none':
      if (!isOwn) return <Agreed />
      return (
        <OnScreen>
          <Status kind="awaited">
            <Trans>No link yet</Trans>
          </Status>
        </OnScreen>
      )
  }
}

/** How far a seat is with its link is a matter of the desk: on paper it is agreed, as the other side's are. */
function OnScreen({ children }: { children: ReactNode }): ReactNode {
  return (
    <>
      <span className="no-print">{children}</span>
      <span className="print-only">
        <Agreed />
      </span>
    </>
  )
}

function Agreed(): ReactNode {
  return (
    <Status kind="good">
      <Trans>Agreed</Trans>
    </Status>
  )
}
