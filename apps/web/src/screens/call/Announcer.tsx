import type { ReactNode } from 'react'
import type { Said } from '../../model/callSaid.ts'
import { SayingWords } from './SayingWords.tsx'

/**
 * What screen readers say of the call by themselves. Its two regions are always in the page, since what comes
 * together with its region is not read everywhere.
 */
export function Announcer({ said }: { said: readonly Said[] }): ReactNode {
  return (
    <div className="sr" data-live-announcer>
      <div aria-live="polite" aria-relevant="additions">
        <Sayings said={said.filter(({ isUrgent }) => !isUrgent)} />
      </div>
      <div aria-live="assertive" aria-relevant="additions">
        <Sayings said={said.filter(({ isUrgent }) => isUrgent)} />
      </div>
    </div>
  )
}

function Sayings({ said }: { said: readonly Said[] }): ReactNode {
  return said.map(({ key, saying }) => (
    <div key={key}>
      <SayingWords saying={saying} />
    </div>
  ))
}
