import { Trans, useLingui } from '@lingui/react/macro'
import { ListOrdered } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { PartsView } from '../../model/agenda/partsView.ts'
import { AgendaChoice } from './AgendaChoice.tsx'
import { Now } from './Now.tsx'
import { Offers } from './Offers.tsx'
import type { PartEvent } from '../../model/agenda/partEvent.ts'
import { ProposeNext } from './ProposeNext.tsx'
import '../../style/agenda.css'

/** The part in progress as a desk sees it, with what it may say for its side. */
export function DeskParts({
  view,
  send,
}: {
  view: PartsView
  send: (event: PartEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [isWhole, setWhole] = useState(false)
  if (view.items.length === 0) return undefined
  return (
    <section className="desk-parts" aria-label={t`Agenda`}>
      <Offers view={view} send={send} />
      <div className="panel desk-parts__now">
        <Now view={view} />
        <div className="row row--wrap">
          <ProposeNext view={view} send={send} />
          <ToggleButton className="btn" isSelected={isWhole} onChange={setWhole}>
            <ListOrdered className="icon" aria-hidden />
            <Trans>Agenda</Trans>
          </ToggleButton>
        </div>
        {isWhole && (
          <div className="stack">
            <AgendaChoice view={view} onDone={() => setWhole(false)} send={send} />
          </div>
        )}
      </div>
    </section>
  )
}
