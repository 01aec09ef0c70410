import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import { TROUBLES } from '../../language/troubles.ts'
import type { PageEvent, Screen } from '../../model/screen.ts'
import { PlanForm } from './PlanForm.tsx'
import './desk.css'

/** A desk writes the plan of a new call. */
export function Planning({
  shown,
  send,
}: {
  shown: Extract<Screen, { is: 'planning' }>
  send: (event: PageEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <header className="top">
        <Brand />
        <PageSwitches />
      </header>
      <main className="page stack">
        {shown.trouble ? <Banner kind="danger" title={t(TROUBLES[shown.trouble])} /> : null}
        <PlanForm
          initial={shown.draft}
          seals={shown.seals}
          isMaking={shown.isMaking}
          onDone={(draft, choice) => send({ type: 'planned', draft, choice })}
        />
      </main>
    </>
  )
}
