import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import type { NextStep } from '../../model/desk/nextStep.ts'
import type { DeskTab } from './deskTabs.ts'

/** The panels in which the steps are done, by the `id` of their heads. */
const PANELS = { invite: 'sides-title', compare: 'sides-title', sign: 'signatures-title' } as const

/** What to do next, and the way to where it is done, which may be far below or on the other tab. */
export function NextStepNotice({
  step,
  tab,
  onShow,
}: {
  step: NextStep
  tab: DeskTab
  onShow: (tab: DeskTab) => void
}): ReactNode {
  const at = step.is === 'list-people' ? 'seats' : 'plan'
  if (at === 'seats' && tab === 'seats') return null
  const isBeside = tab === at && (step.is === 'invite' || step.is === 'compare')
  return (
    <div className={isBeside ? 'next-step--beside' : undefined}>
      <Banner
        kind="note"
        title={<StepWords step={step} />}
        acts={
          <Button
            className="btn"
            onPress={() => {
              if (tab !== at) onShow(at)
              else if (step.is !== 'list-people') goTo(PANELS[step.is])
            }}
          >
            <Trans>Show</Trans>
          </Button>
        }
      />
    </div>
  )
}

function StepWords({ step }: { step: NextStep }): ReactNode {
  switch (step.is) {
    case 'invite':
      return <Trans>Next step: invite {step.name}.</Trans>
    case 'compare':
      return <Trans>Next step: compare the codes with {step.name} by phone.</Trans>
    case 'sign':
      return <Trans>Next step: sign the plan.</Trans>
    case 'list-people':
      return <Trans>Next step: list the people of your side.</Trans>
  }
}

/** The panel with that head, to the top of the page and under the focus. */
function goTo(head: string): void {
  const panel = document.getElementById(head)?.closest<HTMLElement>('section')
  if (!panel) return
  panel.tabIndex = -1
  panel.scrollIntoView()
  panel.focus({ preventScroll: true })
}
