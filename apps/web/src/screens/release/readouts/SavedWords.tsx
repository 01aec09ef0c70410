import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'
import { Clocks } from '../../desk/Moment.tsx'
import { InTongue } from '../readout/InTongue.tsx'

/** Where the text lies, and who can read it. */
export function SavedWords({ view }: { view: ReadoutsView }): ReactNode {
  const { saved, own, text } = view
  const name = own.name
  return (
    <p className="muted" role="status">
      <InTongue of={text.language} />
      {' · '}
      {saved.is === 'nothing' ? <Trans>Nothing is written yet.</Trans> : null}
      {saved.is === 'saving' ? (
        <Trans>Saved in this browser; on its way to the server.</Trans>
      ) : null}
      {saved.is === 'here-only' ? <Trans>Saved in this browser only.</Trans> : null}
      {saved.is === 'saved' ? (
        <Trans>
          Saved at <Clocks at={saved.at} zones={view.zones.slice(0, 1)} />.
        </Trans>
      ) : null}{' '}
      {view.published.length === 0 ? (
        <Trans>Only {name} can read it until it is published.</Trans>
      ) : (
        <Trans>What is changed here, only {name} can read until it is published.</Trans>
      )}
    </p>
  )
}
