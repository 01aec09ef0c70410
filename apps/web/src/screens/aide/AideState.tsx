import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Status } from '../../components/Status.tsx'
import type { AideDisplay } from '../../model/aide/aideView.ts'

/** Whether the display is there, who else is in the call, and who speaks. */
export function AideState({ display }: { display: AideDisplay | undefined }): ReactNode {
  if (!display)
    return (
      <Banner kind="caution" title={<Trans>The display is not there.</Trans>}>
        <Trans>
          It is not in the call, or its line is lost. Nothing is ordered meanwhile. This goes on by
          itself.
        </Trans>
      </Banner>
    )
  const { others, speaker } = display
  return (
    <div className="aide__state">
      <Status kind="good">
        <Trans>Connected to the display</Trans>
      </Status>
      <span>
        <Plural
          value={others}
          _0="Nobody else is in the call."
          one="# other person is in the call."
          other="# others are in the call."
        />
      </span>
      {speaker !== undefined && (
        <span>
          <Trans>
            Speaks: <b>{speaker}</b>
          </Trans>
        </span>
      )}
    </div>
  )
}
