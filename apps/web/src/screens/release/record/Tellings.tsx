import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeskView } from '../../../model/desk/deskView.ts'
import type { Telling } from '../../../model/release/record/tellings.ts'
import { ClockTime } from './ClockTime.tsx'
import { TellingWords } from './TellingWords.tsx'

/** All that happened, in the order of time. */
export function Tellings({ told, desk }: { told: readonly Telling[]; desk: DeskView }): ReactNode {
  return (
    <section aria-labelledby="told-title">
      <h2 id="told-title">
        <Trans>What happened</Trans>
      </h2>
      <ol className="told">
        {told.map((telling, place) => (
          <li key={place} className={telling.is === 'warning' ? 'told__warning' : undefined}>
            <ClockTime at={telling.at} zones={desk.zones} withSeconds />
            <p>
              <TellingWords telling={telling} desk={desk} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
