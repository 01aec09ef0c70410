import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../components/Status.tsx'
import { TelephoneLink } from '../../components/TelephoneLink.tsx'
import type { DeskTelephone } from '../../model/desk/deskView.ts'

/** The telephone of a desk, and whether both sides have signed it. Where there is none, nothing. */
export function DelegationTelephone({
  telephone: { number, is },
  isOwn,
}: {
  telephone: DeskTelephone
  /** One's own stands in its field: this line is for paper. */
  isOwn: boolean
}): ReactNode {
  if (number === undefined) return null
  return (
    <p className={`desk-telephone small ${isOwn ? 'print-only' : ''}`}>
      {isOwn ? <Trans>Telephone of our desk</Trans> : <Trans>Telephone of its desk</Trans>}
      <TelephoneLink className="desk-telephone__link" number={number} />
      {is === 'agreed' ? null : (
        <Status kind="awaited">
          <Trans>Not agreed yet</Trans>
        </Status>
      )}
    </p>
  )
}
