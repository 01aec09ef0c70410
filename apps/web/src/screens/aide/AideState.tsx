import { Plural, Trans } from '@lingui/react/macro'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Status } from '../../components/Status.tsx'
import type { AideDisplay } from '../../model/aide/aideView.ts'

/** Whether the display is there, who else is in the call, who speaks, and at which part of the agenda the talks are. */
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
  const { others, speaker, part } = display
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
      {part && (
        <span>
          <b>
            <bdi>{part.title}</bdi>
          </b>{' '}
          <span className={`badge ${part.isOpen ? 'badge--open' : 'badge--closed'}`}>
            {part.isOpen ? (
              <LockOpen className="icon" aria-hidden />
            ) : (
              <Lock className="icon" aria-hidden />
            )}
            {part.isOpen ? <Trans>Open part</Trans> : <Trans>Closed part</Trans>}
          </span>
        </span>
      )}
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
