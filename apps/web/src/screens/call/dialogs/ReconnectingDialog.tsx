import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallDeed } from '../../../model/callEvent.ts'
import { RingDesk } from '../RingDesk.tsx'
import { CallDialogBox } from './CallDialogBox.tsx'

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
    <CallDialogBox
      isAlert
      mark={
        <span className="call__ring">
          <svg viewBox="0 0 20 20" aria-hidden>
            <circle cx="10" cy="10" r="8.2" />
          </svg>
        </span>
      }
      title={<Trans>Coming back. Your seat is kept.</Trans>}
      under={
        <p className="small muted">
          <Plural
            value={forSeconds}
            one="The line was lost # second ago."
            other="The line was lost # seconds ago."
          />
        </p>
      }
    >
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
    </CallDialogBox>
  )
}
