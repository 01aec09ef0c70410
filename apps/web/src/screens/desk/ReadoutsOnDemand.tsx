import { Trans } from '@lingui/react/macro'
import { Suspense, type ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import type { DeskView } from '../../model/desk/deskView.ts'
import type { ReadoutsModel } from '../../model/release/readouts/readoutsModel.ts'
import { words } from '../../language/spoken.ts'
import { onDemand } from '../onDemand.tsx'

/** It shows accounts as a seat reads them, in the words of that part. */
const readouts = onDemand('readouts', async () => {
  const tab = import('../release/readouts/ReadoutsTab.tsx')
  await words.need('readout')
  return (await tab).ReadoutsTab
})

/** What this side writes of the call, once its code is there. */
export function ReadoutsOnDemand({
  open,
  desk,
}: {
  open: () => Promise<ReadoutsModel>
  desk: DeskView
}): ReactNode {
  if (desk.plan.agreed === undefined)
    return (
      <Banner kind="note" title={<Trans>The plan comes first.</Trans>}>
        <Trans>A readout can be written once both sides have signed the plan.</Trans>
      </Banner>
    )
  return (
    <Suspense
      fallback={
        <p className="muted" role="status">
          <Trans>Opening</Trans>
        </p>
      }
    >
      <readouts.Screen open={open} />
    </Suspense>
  )
}
