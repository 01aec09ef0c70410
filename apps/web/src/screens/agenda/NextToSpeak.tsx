import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { AskingToSpeak } from '../../model/agenda/agendaView.ts'
import { Tongue } from '../call/languages/Tongue.tsx'
import { useNames } from '../call/sentences/useNames.ts'

/** Who would like to speak, in their order. Always in the page, so that screen readers hear it come. */
export function NextToSpeak({ asking }: { asking: readonly AskingToSpeak[] }): ReactNode {
  const join = useNames()
  const [next, ...then] = asking
  return (
    <div className="agenda-now__next" aria-live="polite">
      {next && (
        <p>
          <Next next={next} />
        </p>
      )}
      {then.length > 0 && (
        <p>
          <Trans>After that: {join(then.map(({ name }) => name))}</Trans>
        </p>
      )}
    </div>
  )
}

function Next({ next: { name, isYou, language } }: { next: AskingToSpeak }): ReactNode {
  if (isYou) return <Trans>Next to speak: you, {name}</Trans>
  return language === undefined ? (
    <Trans>Next to speak: {name}</Trans>
  ) : (
    <Trans>
      Next to speak: {name}, in <Tongue of={language} />
    </Trans>
  )
}
