import { Trans } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Status } from '../../../components/Status.tsx'
import type { GreenRoomEvent, GreenRoomView } from '../../../model/greenRoomView.ts'
import { isRoomSeat } from '../../../model/company.ts'
import { CompanyFields } from '../../company/CompanyFields.tsx'
import { WhoMayRecord } from '../../recording/WhoMayRecord.tsx'
import { CompanyWords } from '../../company/CompanyWords.tsx'

/** Who else is there, for the other sides to know. That nobody is, is one press. */
export function InTheRoom({
  view: {
    company: { declared, allowed, role, hasAide, recorded },
    sides,
  },
  send,
}: {
  view: Pick<GreenRoomView, 'company' | 'sides'>
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const recorders = [...(recorded?.values() ?? [])].flatMap(({ name, side, records }) =>
    records ? { name, side: sides.find((one) => one.side === side)?.name ?? '' } : [],
  )
  return (
    <>
      <dl className="checks small">
        <dt>
          <Trans>In the room with you</Trans>
        </dt>
        <dd>
          {declared ? (
            <CompanyWords company={declared} />
          ) : isRoomSeat(role) ? (
            <Status kind="awaited">
              <Trans>Not said: the others read that.</Trans>
            </Status>
          ) : (
            <Trans>You have not said who is.</Trans>
          )}
          {!isOpen && !declared && (
            <Button className="btn" onPress={() => send({ type: 'company-declared', company: [] })}>
              <Trans>Nobody else</Trans>
            </Button>
          )}
          {!isOpen && (
            <Button className="btn" onPress={() => setIsOpen(true)}>
              {declared ? <Trans>Change</Trans> : <Trans>Say who</Trans>}
            </Button>
          )}
        </dd>
        {recorders.length > 0 && (
          <>
            <dt>
              <Trans>Recording</Trans>
            </dt>
            <dd>
              <WhoMayRecord seats={recorders} />
            </dd>
          </>
        )}
        {hasAide && (
          <>
            <dt>
              <Trans>Aide’s console</Trans>
            </dt>
            <dd>
              <Trans>
                There is one for this seat. Once you are in, it can set the display and ask for the
                microphone.
              </Trans>
            </dd>
          </>
        )}
      </dl>
      {isOpen && (
        <CompanyFields
          company={declared}
          allowed={allowed}
          onDeclare={(company) => {
            send({ type: 'company-declared', company })
            setIsOpen(false)
          }}
        />
      )}
    </>
  )
}
