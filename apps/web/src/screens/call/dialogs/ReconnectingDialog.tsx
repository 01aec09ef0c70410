import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading } from 'react-aria-components'
import type { CallDeed } from '../../../model/callEvent.ts'
import { RingDesk } from '../RingDesk.tsx'

/** The line has been away for 3 s: from here on the microphone is closed. */
export function ReconnectingDialog({
  forSeconds,
  telephone,
  send,
}: {
  forSeconds: number
  telephone: string | undefined
  send: (deed: CallDeed) => void
}): ReactNode {
  return (
    <Dialog className="dialog" role="alertdialog">
      <div className="call__back">
        <span className="call__ring">
          <svg viewBox="0 0 20 20" aria-hidden>
            <circle cx="10" cy="10" r="8.2" />
          </svg>
        </span>
        <div>
          <Heading slot="title" level={2}>
            <Trans>Coming back. Your seat is kept.</Trans>
          </Heading>
          <p className="small muted">
            <Plural
              value={forSeconds}
              one="The line was lost # second ago."
              other="The line was lost # seconds ago."
            />
          </p>
        </div>
      </div>
      <p>
        <Trans>Your microphone is closed and stays closed until you open it.</Trans>{' '}
        <Trans>The others see that you are coming back.</Trans>
      </p>
      <div className="dialog__acts">
        <RingDesk telephone={telephone} />
        <Button className="btn" onPress={() => send({ type: 'leave-pressed' })}>
          <Trans>Leave the call</Trans>
        </Button>
      </div>
    </Dialog>
  )
}
