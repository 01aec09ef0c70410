import { Trans, useLingui } from '@lingui/react/macro'
import { OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { UNFIT } from '../../../language/unfit.ts'
import type { CallDeed } from '../../../model/callEvent.ts'
import { RingDesk } from '../RingDesk.tsx'
import { CallDialogBox } from './CallDialogBox.tsx'

/** This browser cannot seal what it sends, so it sends nothing. There is no “continue anyway”. */
export function UnfitDialog({
  why,
  telephone,
  send,
}: {
  why: 'no-transforms' | 'sends-unsealed'
  telephone: string | undefined
  send: (deed: CallDeed) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <CallDialogBox
      isAlert
      className="dialog--danger"
      mark={<OctagonAlert className="icon" aria-hidden />}
      title={<Trans>This browser cannot keep the call sealed</Trans>}
    >
      <p>
        {why === 'no-transforms' ? (
          <Trans>
            It has no way to seal sound and picture before they leave. Nothing was sent.
          </Trans>
        ) : (
          <Trans>
            It tried to send sound or picture that was not sealed. Everything was stopped at once.
          </Trans>
        )}
      </p>
      <p>{t(UNFIT.remedy)}</p>
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={() => send({ type: 'leave-pressed' })}>
          <Trans>Leave the call</Trans>
        </Button>
        <RingDesk telephone={telephone} />
      </div>
    </CallDialogBox>
  )
}
