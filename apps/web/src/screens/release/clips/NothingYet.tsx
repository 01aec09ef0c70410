import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ClipsView } from '../../../model/release/clips/clipsView.ts'

/** What a clip is, while there is none. */
export function NothingYet({ view }: { view: ClipsView }): ReactNode {
  return (
    <section className="panel panel__body stack" aria-labelledby="no-clip">
      <h1 id="no-clip">
        <Trans>No clip yet</Trans>
      </h1>
      <p className="muted">
        <Trans>
          A clip is a stretch of an open part that both sides release. One desk makes it, every
          other desk sees exactly that file, and it is public only once all have signed it.
        </Trans>
      </p>
      {view.isRecorded ? null : (
        <p>
          <Trans>
            The agreed plan says that nothing is recorded. A change of the plan, signed by both
            sides, can let open parts be recorded.
          </Trans>
        </p>
      )}
    </section>
  )
}
