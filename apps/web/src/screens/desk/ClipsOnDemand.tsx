import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { DeskView } from '../../model/desk/deskView.ts'
import type { DeskRelease } from '../../model/release/deskRelease.ts'
import { onDemand } from '../onDemand.tsx'
import { AfterPlan } from './AfterPlan.tsx'

const clips = onDemand(
  'clips',
  async () => (await import('../release/clips/ClipsTab.tsx')).ClipsTab,
)

/** The clips, once their code is there. */
export function ClipsOnDemand({
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
      why={<Trans>Clips can be made once both sides have signed the plan.</Trans>}
    >
      {({ openClips }) => <clips.Screen open={openClips} />}
    </AfterPlan>
  )
}
