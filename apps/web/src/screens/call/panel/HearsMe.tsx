import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { WhoHears } from '../../../model/callRoster.ts'
import { useNames } from '../sentences/useNames.ts'

/** How many hear what one says, counted from what their devices confirm. */
export function HearsMe({ hears }: { hears: WhoHears }): ReactNode {
  const join = useNames()
  switch (hears.phase) {
    case 'alone':
      return (
        <div className="hearme">
          <p>
            <Trans>Nobody else is here.</Trans>
          </p>
        </div>
      )
    case 'closed':
      return (
        <div className="hearme">
          <p>
            <strong>
              <Trans>Nobody hears you: your microphone is closed.</Trans>
            </strong>{' '}
            <Plural value={hears.of} one="# other is here." other="# others are here." />
          </p>
        </div>
      )
    case 'nothing-sent':
      return (
        <div className="hearme">
          <p>
            <strong>
              <Trans>Nobody hears you: nothing is sent now.</Trans>
            </strong>{' '}
            <Plural value={hears.of} one="# other is here." other="# others are here." />
          </p>
        </div>
      )
    case 'open':
      return (
        <div className="hearme">
          <b className="num">
            <Trans>
              {hears.hearing} of {hears.of}
            </Trans>
          </b>
          <p>
            <Plural value={hears.of} one="hears you." other="hear you." />
            {hears.not.length > 0 && (
              <strong>
                <Trans>Not confirmed: {join(hears.not.map(({ name }) => name))}.</Trans>
              </strong>
            )}
          </p>
        </div>
      )
  }
}
