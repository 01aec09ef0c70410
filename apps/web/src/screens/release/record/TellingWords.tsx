import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { sideOf, type DeskView } from '../../../model/desk/deskView.ts'
import type { Teller, Telling } from '../../../model/release/record/tellings.ts'
import { useNames } from '../../call/sentences/useNames.ts'
import { EndWords } from './EndWords.tsx'
import { MomentWords } from './MomentWords.tsx'
import { OpenMark } from './HeldParts.tsx'
import { WarningWords } from './WarningWords.tsx'

/** One thing that happened, in a sentence. */
export function TellingWords({ telling, desk }: { telling: Telling; desk: DeskView }): ReactNode {
  switch (telling.is) {
    case 'came':
      return (
        <Trans>
          <TellerName who={telling.who} desk={desk} /> came in
        </Trans>
      )
    case 'came-again':
      return (
        <Trans>
          <TellerName who={telling.who} desk={desk} /> came in again
        </Trans>
      )
    case 'gone':
      return telling.end === 'left' ? (
        <Trans>
          <TellerName who={telling.who} desk={desk} /> left
        </Trans>
      ) : (
        <Trans>
          <TellerName who={telling.who} desk={desk} /> was taken out: <EndWords end={telling.end} />
        </Trans>
      )
    case 'part':
      return (
        <Trans>
          The talks went to {telling.part.item}, <bdi>{telling.part.title}</bdi>{' '}
          <OpenMark isOpen={telling.part.open !== undefined} />
        </Trans>
      )
    case 'part-closed':
      return (
        <Trans>
          <bdi>{telling.part.title}</bdi>: closed from then on
        </Trans>
      )
    case 'moment':
      return (
        <MomentWords
          event={telling.event}
          who={<TellerName who={telling.who} desk={desk} />}
          desk={desk}
        />
      )
    case 'warning':
      return <WarningLine telling={telling} />
  }
}

/** Whose word it is, with the side. */
function TellerName({ who, desk }: { who: Teller; desk: DeskView }): ReactNode {
  const side = sideOf(desk, who.side)?.name ?? ''
  if (who.is === 'desk')
    return (
      <b>
        <Trans>The desk of {side}</Trans>
      </b>
    )
  return (
    <>
      <b>
        <bdi>{who.name}</bdi>
      </b>{' '}
      (<bdi>{side}</bdi>)
    </>
  )
}

function WarningLine({ telling }: { telling: Extract<Telling, { is: 'warning' }> }): ReactNode {
  const { code, about = '', shownTo } = telling
  const names = useNames()(shownTo)
  return (
    <>
      <WarningWords code={code} name={about} />{' '}
      <span className="caption">
        <Trans>Shown to {names}</Trans>
      </span>
    </>
  )
}
