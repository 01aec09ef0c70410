import { Trans } from '@lingui/react/macro'
import type { Layout } from '@parley/call'
import type { ReactNode } from 'react'
import { ChoiceCard } from '../../components/ChoiceCard.tsx'
import type { AideDisplay, AideEvent } from '../../model/aide/aideView.ts'

/** What the display shows. */
export function AideLayout({
  display: { layout, layouts },
  send,
}: {
  display: AideDisplay
  send: (event: AideEvent) => void
}): ReactNode {
  return (
    <fieldset className="panel aide__part">
      <legend>
        <Trans>The display shows</Trans>
      </legend>
      {layouts.map((one) => (
        <ChoiceCard
          key={one}
          name="aide-layout"
          isChosen={one === layout}
          onChoose={() => send({ type: 'layout-chosen', to: one })}
        >
          <LayoutWords layout={one} />
        </ChoiceCard>
      ))}
    </fieldset>
  )
}

function LayoutWords({ layout }: { layout: Layout }): ReactNode {
  switch (layout) {
    case 'room':
      return (
        <>
          <b>
            <Trans>Room display</Trans>
          </b>
          <span className="caption">
            <Trans>The other principal, large and alone</Trans>
          </span>
        </>
      )
    case 'delegation':
      return (
        <>
          <b>
            <Trans>Delegation view</Trans>
          </b>
          <span className="caption">
            <Trans>Everybody, with names and messages</Trans>
          </span>
        </>
      )
    case 'booth':
      return (
        <b>
          <Trans>Interpreter’s console</Trans>
        </b>
      )
  }
}
