import { Trans } from '@lingui/react/macro'
import { Disc2, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordingView } from '../../model/recording/recordingView.ts'
import { useNames } from '../call/sentences/useNames.ts'

/** Whose devices record now, whose did until a moment ago, and who says so though it is not agreed. Screen readers hear it change. */
export function RecordedBy({
  as,
  recording: { by, ended, notAgreed },
}: {
  /** In the head, or over a picture. */
  as: 'mark' | 'chip'
  recording: RecordingView
}): ReactNode {
  const [shape, main] = as === 'mark' ? ['badge', 'badge badge--ink'] : ['call__chip', 'call__chip']
  const join = useNames()
  const [recorders, others, claimants] = [join(by), join(ended), join(notAgreed)]
  return (
    <span className={`recorded recorded--${as}`} role="status">
      {by.length > 0 && (
        <span className={main}>
          <Disc2 className="icon" aria-hidden />
          <Trans>Recorded by {recorders}</Trans>
        </span>
      )}
      {ended.length > 0 && (
        <span className={shape}>
          <Trans>The recording by {others} has ended</Trans>
        </span>
      )}
      {notAgreed.length > 0 && (
        <span className={shape}>
          <TriangleAlert className="icon" aria-hidden />
          <Trans>Records, which is not agreed: {claimants}</Trans>
        </span>
      )}
    </span>
  )
}
