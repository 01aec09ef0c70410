import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Suspense, type ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import type { DeskView } from '../../model/desk/deskView.ts'
import type { DeskRelease } from '../../model/release/deskRelease.ts'
import { useSignal } from '../../useSignal.ts'

/** What there is once the plan is agreed and its code is there; until then why not, or that it is being opened. */
export function AfterPlan({
  release: signal,
  desk,
  why,
  children,
}: {
  release: ReadonlySignal<DeskRelease | undefined>
  desk: DeskView
  why: ReactNode
  children: (release: DeskRelease) => ReactNode
}): ReactNode {
  const release = useSignal(signal)
  if (desk.plan.agreed === undefined)
    return (
      <Banner kind="note" title={<Trans>The plan comes first.</Trans>}>
        {why}
      </Banner>
    )
  const opening = (
    <p className="muted" role="status">
      <Trans>Opening</Trans>
    </p>
  )
  return release ? <Suspense fallback={opening}>{children(release)}</Suspense> : opening
}
