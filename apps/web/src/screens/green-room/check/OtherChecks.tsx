import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Checks } from '../../../model/check/checks.ts'
import { useSignal } from '../../../useSignal.ts'
import { LineWords, RouteWords } from './LineWords.tsx'
import { PictureWords } from './PictureWords.tsx'
import { SpeakerWords } from './SpeakerWords.tsx'
import { WholeVoice } from './WholeVoice.tsx'

/** Picture, speaker and line: each with what was measured and what one can do. */
export function OtherChecks({
  checks,
  isServerAway,
}: {
  checks: Checks
  /** Nothing is said of the line then: what was measured of it before is over. */
  isServerAway: boolean
}): ReactNode {
  const picture = useSignal(checks.picture)
  const speakerTest = useSignal(checks.speakerTest)
  const line = useSignal(checks.line)
  return (
    <dl className="checks small">
      <dt>
        <Trans>Your picture</Trans>
      </dt>
      <dd aria-live="polite">
        <PictureWords picture={picture} />
      </dd>
      <dt>
        <Trans>Your speaker</Trans>
      </dt>
      <dd className="checks__speaker">
        <Button
          className="btn"
          isDisabled={speakerTest.phase === 'playing'}
          onPress={checks.playChime}
        >
          <Trans>Play a sound</Trans>
        </Button>
        <span role="status">
          <SpeakerWords test={speakerTest} />
        </span>
      </dd>
      {checks.whole && <WholeVoice whole={checks.whole} />}
      {isServerAway ? null : (
        <>
          <dt>
            <Trans>Your line</Trans>
          </dt>
          <dd>
            <LineWords answer={line.answer} />
          </dd>
          <dd className="checks__route caption">
            <RouteWords route={line.route} />
          </dd>
        </>
      )}
    </dl>
  )
}
