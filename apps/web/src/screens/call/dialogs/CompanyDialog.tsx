import { Trans } from '@lingui/react/macro'
import type { Companion } from '@parley/call'
import { Suspense, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { onDemand } from '../../onDemand.tsx'
import { NotThereYet } from '../NotThereYet.tsx'
import { CallDialogBox } from './CallDialogBox.tsx'

const fields = onDemand(
  'check',
  async () => (await import('../../company/CompanyFields.tsx')).CompanyFields,
)

/** Who else is in the room, declared anew: everybody is told. */
export function CompanyDialog({
  company,
  allowed,
  send,
}: {
  company: readonly Companion[] | undefined
  allowed: string
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const close = () => send({ type: 'dialog-closed' })
  return (
    <CallDialogBox title={<Trans>Who else is in the room with you</Trans>} onClose={close}>
      <Suspense fallback={<NotThereYet />}>
        <fields.Screen
          company={company}
          allowed={allowed}
          onDeclare={(declared) => {
            send({ type: 'company-declared', company: declared })
            close()
          }}
        />
      </Suspense>
      <div className="dialog__acts">
        <Button className="btn" onPress={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
