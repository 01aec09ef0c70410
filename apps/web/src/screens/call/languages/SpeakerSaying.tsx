import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ForSpeaker } from '../../../model/listening/forSpeaker.ts'
import { Tongues } from './Tongues.tsx'

/** What whoever speaks has to know of the interpretation. Always in the page, so that screen readers hear it come. */
export function SpeakerSaying({ saying }: { saying: ForSpeaker | undefined }): ReactNode {
  return (
    <p className="call__saying call__running" aria-live="polite">
      {saying && <Words saying={saying} />}
    </p>
  )
}

function Words({ saying: { missing, running } }: { saying: ForSpeaker }): ReactNode {
  return (
    <>
      {missing.length > 0 && (
        <Trans>
          Nobody is interpreting into <Tongues of={missing} joined="or" />.
        </Trans>
      )}
      {missing.length > 0 && running.length > 0 && ' '}
      {running.length > 0 && (
        <Trans>
          Interpretation into <Tongues of={running} joined="and" /> is still running.
        </Trans>
      )}
    </>
  )
}
