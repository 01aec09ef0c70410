import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Person } from '../../../model/callFacts.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import { Tongue } from './Tongue.tsx'
import { SeatLevel } from '../../../components/SeatLevel.tsx'

/** An interpreter in place of a picture: into which language, and how loud. */
export function VoiceTile({
  person: { seat, into, languages },
  levels,
}: {
  person: Person
  levels: ReadonlySignal<Levels>
}): ReactNode {
  const [first] = languages
  return (
    <div className="tile__empty tile__voice">
      <Languages className="icon" aria-hidden />
      <span className="tile__why">
        {into !== undefined ? (
          <Trans>
            interprets into{' '}
            <b>
              <Tongue of={into} />
            </b>
          </Trans>
        ) : (
          first !== undefined && (
            <Trans>
              <Tongue of={first} />, not on air
            </Trans>
          )
        )}
      </span>
      <SeatLevel levels={levels} seat={seat} />
    </div>
  )
}
