import { Plural, Trans } from '@lingui/react/macro'
import type { ReadoutCaution } from '@parley/release'
import type { ReactNode } from 'react'
import { Banner } from '../../../components/Banner.tsx'
import type { ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'
import { InTongue } from '../readout/InTongue.tsx'

/** What an officer should know before the seal signs, and may leave as it is. */
export function Cautions({ view: { cautions } }: { view: ReadoutsView }): ReactNode {
  return cautions.map((caution, place) => (
    <Banner key={place} kind="caution" title={<CautionWords caution={caution} />} />
  ))
}

function CautionWords({ caution }: { caution: ReadoutCaution }): ReactNode {
  switch (caution.is) {
    case 'translation-older':
      return (
        <Trans>
          The translation into <InTongue of={caution.language} /> is older than the words of the
          text.
        </Trans>
      )
    case 'machine-unchecked':
      return (
        <Trans>
          Nobody checked the machine’s translation into <InTongue of={caution.language} />. It is
          published with that label.
        </Trans>
      )
    case 'open-comments':
      return (
        <Plural
          value={caution.count}
          one="One comment of your side is not resolved."
          other="# comments of your side are not resolved."
        />
      )
    case 'line-awaited':
      return <Trans>Joint line {caution.n} is proposed and not answered yet.</Trans>
    case 'embargo-over':
      return <Trans>The time of the embargo is over already.</Trans>
  }
}
