import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { RecordGap } from '@parley/release'
import { Banner } from '../../../components/Banner.tsx'
import { sideOf, type DeskView } from '../../../model/desk/deskView.ts'
import type { RecordView } from '../../../model/release/record/recordView.ts'

/** More would push the record out of sight. */
const SHOWN = 5

/** What is missing in the record, and what there is too much of. */
export function RecordGaps({ view, desk }: { view: RecordView; desk: DeskView }): ReactNode {
  const { gaps, story } = view
  if (gaps.length === 0 || !story) return null
  const nameOf = ({ signer }: RecordGap): string => {
    const side = sideOf(desk, signer.side)?.name ?? ''
    if (signer.is === 'desk') return side
    return story.people.find(({ seat }) => seat === signer.seat)?.name ?? side
  }
  const more = gaps.length - SHOWN
  return (
    <Banner kind="caution" title={<Trans>The record is not whole.</Trans>}>
      <ul>
        {gaps.slice(0, SHOWN).map((gap, place) => (
          <li key={place}>
            <GapWords gap={gap} name={nameOf(gap)} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      ) : null}
      <p>
        <Trans>Your desk asks the others for what is missing.</Trans>
      </p>
    </Banner>
  )
}

function GapWords({ gap, name }: { gap: RecordGap; name: string }): ReactNode {
  switch (gap.is) {
    case 'missing':
      return (
        <Trans>
          {name}: entries before number {gap.before} are missing
        </Trans>
      )
    case 'not-here':
      return <Trans>{name}: read an entry that is missing here</Trans>
    case 'forked':
      return (
        <Trans>
          {name}: signed two different entries as number {gap.n}
        </Trans>
      )
  }
}
