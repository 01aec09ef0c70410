import { Trans } from '@lingui/react/macro'
import { AudioLines } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListeningView } from '../../../model/listening/listeningView.ts'
import { Tongue } from './Tongue.tsx'

/** What one hears on a room display, and whose voice it is. */
export function YouHear({
  hears: { language, name },
}: {
  hears: NonNullable<ListeningView['hears']>
}): ReactNode {
  return (
    <p className="call__chip">
      <AudioLines className="icon" aria-hidden />
      <span>
        {name === undefined ? (
          <Trans>
            You hear the floor. Nobody interprets into <Tongue of={language} />.
          </Trans>
        ) : (
          <Trans>
            You hear{' '}
            <b>
              <Tongue of={language} />
            </b>
            , {name} interpreting
          </Trans>
        )}
      </span>
    </p>
  )
}
