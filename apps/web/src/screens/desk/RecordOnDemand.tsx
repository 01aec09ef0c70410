import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Suspense, type ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import type { DeskView } from '../../model/desk/deskView.ts'
import type { DeskRelease } from '../../model/release/deskRelease.ts'
import { useSignal } from '../../useSignal.ts'
import { onDemand } from '../onDemand.tsx'

const record = onDemand(
  'record',
  async () => (await import('../release/record/RecordTab.tsx')).RecordTab,
)

/** The record, once its code is there. */
export function RecordOnDemand({
  release: signal,
  desk,
}: {
  release: ReadonlySignal<DeskRelease | undefined>
  desk: DeskView
}): ReactNode {
  const release = useSignal(signal)
  if (desk.plan.agreed === undefined)
    return (
      <Banner kind="note" title={<Trans>The plan comes first.</Trans>}>
        <Trans>The record begins once both sides have signed the plan.</Trans>
      </Banner>
    )
  const opening = (
    <p className="muted" role="status">
      <Trans>Opening</Trans>
    </p>
  )
  if (!release) return opening
  const { view, send } = release.record
  return (
    <Suspense fallback={opening}>
      <record.Screen view={view} desk={desk} send={(event) => void send(event)} />
    </Suspense>
  )
}
