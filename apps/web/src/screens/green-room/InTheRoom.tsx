import { Trans } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { GreenRoomEvent, GreenRoomView } from '../../model/greenRoomView.ts'
import { CompanyWords } from '../company/CompanyWords.tsx'
import { onDemand } from '../onDemand.tsx'

const fields = onDemand(
  'check',
  async () => (await import('../company/CompanyFields.tsx')).CompanyFields,
)

/** Who else is there, for the other sides to know. */
export function InTheRoom({
  company: { declared, allowed },
  send,
}: {
  company: GreenRoomView['company']
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const heading = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className="panel green__block" aria-labelledby={heading}>
      <h2 id={heading}>
        <Trans>Who else is in the room with you</Trans>
      </h2>
      {isOpen ? (
        <fields.Screen
          company={declared}
          allowed={allowed}
          onDeclare={(company) => {
            send({ type: 'company-declared', company })
            setIsOpen(false)
          }}
        />
      ) : (
        <div className="row row--wrap green__company">
          <p className="small">
            {declared ? <CompanyWords company={declared} /> : <Trans>You have not said.</Trans>}
          </p>
          <Button
            className="btn"
            onPress={() =>
              void fields
                .load()
                .then(() => setIsOpen(true))
                .catch(() => undefined)
            }
          >
            {declared ? <Trans>Change</Trans> : <Trans>Say who</Trans>}
          </Button>
        </div>
      )}
    </section>
  )
}
