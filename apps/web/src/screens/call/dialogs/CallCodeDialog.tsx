import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import { ClientCode } from '../ClientCodeOnDemand.tsx'
import { RingDesk } from '../RingDesk.tsx'
import { CallDialogBox } from './CallDialogBox.tsx'

/** The code of the present membership, in the groups in which it is read aloud. */
export function CallCodeDialog({
  groups,
  epoch,
  telephone,
  send,
}: {
  groups: readonly string[]
  epoch: number
  telephone: string | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <CallDialogBox title={<Trans>Call code</Trans>} onClose={() => send({ type: 'dialog-closed' })}>
      <p className="callcode code">
        {groups.map((group, place) => (
          <span key={`${place} ${group}`}>{group}</span>
        ))}
      </p>
      <p>
        <Trans>
          Anyone here who reads it aloud must read the same. If somebody reads another, leave the
          call and ring your desk.
        </Trans>
      </p>
      <p className="small muted">
        <Trans>It changes whenever somebody comes or goes. This is number {epoch}.</Trans>
      </p>
      <ClientCode />
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={() => send({ type: 'dialog-closed' })}>
          <Trans>Close</Trans>
        </Button>
        <RingDesk telephone={telephone} />
      </div>
    </CallDialogBox>
  )
}
