import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ForSpeaker } from '../../../model/listening/forSpeaker.ts'
import { Tongue } from './Tongue.tsx'

/** What whoever speaks has to know of the interpretation. Always in the page, so that screen readers hear it come. */
export function SpeakerSaying({ saying }: { saying: ForSpeaker | undefined }): ReactNode {
  return (
    <p className="call__saying call__running" aria-live="polite">
      {saying && <Words saying={saying} />}
    </p>
  )
}

function Words({ saying: { is, language, of } }: { saying: ForSpeaker }): ReactNode {
  const side = of?.name
  if (is === 'still-running')
    return side === undefined ? (
      <Trans>
        Interpretation into <Tongue of={language} /> is still running.
      </Trans>
    ) : (
      <Trans>
        Interpretation into <Tongue of={language} /> is still running, by {side}.
      </Trans>
    )
  return side === undefined ? (
    <Trans>
      Nobody is interpreting into <Tongue of={language} />.
    </Trans>
  ) : (
    <Trans>
      Nobody is interpreting into <Tongue of={language} /> for {side}.
    </Trans>
  )
}
