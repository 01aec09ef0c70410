import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type {
  InterpreterSaid,
  InterpreterSaying,
} from '../../../model/listening/interpreterSaid.ts'
import { Tongue } from './Tongue.tsx'

/** What screen readers say by themselves of the interpretation that one hears. */
export function InterpreterAnnouncer({ said }: { said: readonly InterpreterSaid[] }): ReactNode {
  return (
    <div className="sr" data-live-announcer>
      <div aria-live="polite" aria-relevant="additions">
        {said.map(({ key, saying }) => (
          <div key={key}>
            <Words saying={saying} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Words({ saying }: { saying: InterpreterSaying }): ReactNode {
  const { language, name } = { name: undefined, ...saying }
  if (saying.type === 'nobody-interprets')
    return (
      <Trans>
        Nobody interprets into <Tongue of={language} /> now. You hear the floor.
      </Trans>
    )
  if (name === undefined)
    return (
      <Trans>
        You listen to <Tongue of={language} />. Nobody interprets yet.
      </Trans>
    )
  return saying.type === 'you-hear' ? (
    <Trans>
      You hear <Tongue of={language} />, {name} interpreting.
    </Trans>
  ) : (
    <Trans>
      {name} interprets into <Tongue of={language} />.
    </Trans>
  )
}
