import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Emblem } from '../../../components/Emblem.tsx'
import type { CallSide, Person } from '../../../model/callFacts.ts'
import { Flag, hasFlag } from './Flag.tsx'

/** The card on the table: flag, name, office and side, under the seal that vouches for them. */
export function PersonPlate({
  person,
  side,
}: {
  person: Pick<Person, 'name' | 'office' | 'isYou'>
  side: CallSide
}): ReactNode {
  return (
    <figcaption className={`plate side-${side.place}`}>
      {hasFlag(side.flag) ? (
        <Flag country={side.flag} of={side.name} />
      ) : (
        <Emblem hex={side.fingerprint} size="small" />
      )}
      <div>
        <div className="plate__name">
          {person.isYou ? <Trans>You, {person.name}</Trans> : <bdi>{person.name}</bdi>}
        </div>
        <div className="plate__office">
          {person.office === '' ? (
            <bdi>{side.name}</bdi>
          ) : (
            <Trans>
              {person.office}, {side.name}
            </Trans>
          )}
        </div>
      </div>
    </figcaption>
  )
}
