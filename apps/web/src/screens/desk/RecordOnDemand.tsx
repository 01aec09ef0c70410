import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { DeskView } from '../../model/desk/deskView.ts'
import type { DeskRelease } from '../../model/release/deskRelease.ts'
import { onDemand } from '../onDemand.tsx'
import { AfterPlan } from './AfterPlan.tsx'

const record = onDemand(
  'record',
  async () => (await import('../release/record/RecordTab.tsx')).RecordTab,
)

/** The record, once its code is there. */
export function RecordOnDemand({
  release,
  desk,
}: {
  release: ReadonlySignal<DeskRelease | undefined>
  desk: DeskView
}): ReactNode {
  return (
    <AfterPlan
      release={release}
      desk={desk}
      why={<Trans>The record begins once both sides have signed the plan.</Trans>}
    >
      {({ record: { view, send } }) => (
        <record.Screen view={view} desk={desk} send={(event) => void send(event)} />
      )}
    </AfterPlan>
  )
}
