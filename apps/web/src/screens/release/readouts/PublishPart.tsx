import { Trans } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ChoiceCard } from '../../../components/ChoiceCard.tsx'
import { Moment } from '../../desk/Moment.tsx'
import type { ReadoutsProps } from './parts.ts'

/** How a signed text goes out: by hand when it may, or handed over before, and what the operator can read then. */
export function PublishPart({ view, send }: ReadoutsProps): ReactNode {
  const { standing, zones } = view
  switch (standing.is) {
    case 'not-signed':
      return null
    case 'due':
      return (
        <>
          <Button
            className="btn btn--primary btn--large btn--wide"
            onPress={() => send({ type: 'published', how: 'by-hand' })}
          >
            <Trans>Publish now</Trans>
          </Button>
          <p className="small muted">
            <Trans>
              From then on everybody can read it. A published text is not taken back; it can be
              corrected, and the version before stays.
            </Trans>
          </p>
        </>
      )
    case 'held':
      return <TwoWays until={standing.until} zones={zones} send={send} />
    case 'handed-over':
      return (
        <p>
          <Trans>
            Handed over. Everybody can read it from{' '}
            <Moment at={standing.until} zones={zones} dateStyle="long" />.
          </Trans>
        </p>
      )
    case 'public':
      return (
        <p>
          <Trans>
            Public since <Moment at={standing.at} zones={zones} dateStyle="long" />.
          </Trans>
        </p>
      )
  }
}

function TwoWays({
  until,
  zones,
  send,
}: { until: number; zones: readonly string[] } & Pick<ReadoutsProps, 'send'>): ReactNode {
  const name = useId()
  const [isEarly, setEarly] = useState(false)
  const when = <Moment at={until} zones={zones} dateStyle="long" />
  return (
    <fieldset className="stack">
      <legend>
        <Trans>How it is published</Trans>
      </legend>
      <ChoiceCard
        name={name}
        isChosen={!isEarly}
        onChoose={() => setEarly(false)}
        caption={
          <Trans>
            Until then the server knows nothing of the text. Somebody has to be at this desk at{' '}
            {when}; this page reminds you.
          </Trans>
        }
      >
        <Trans>We publish it by hand at the time</Trans>
      </ChoiceCard>
      <ChoiceCard
        name={name}
        isChosen={isEarly}
        onChoose={() => setEarly(true)}
        caption={
          <Trans>
            The server shows it to everybody at {when}, and nobody has to be there. From now on
            whoever runs the server could read it.
          </Trans>
        }
      >
        <Trans>We hand it over now</Trans>
      </ChoiceCard>
      {isEarly ? (
        <Button
          className="btn btn--primary btn--wide"
          onPress={() => send({ type: 'published', how: 'early' })}
        >
          <Trans>Hand the text over now</Trans>
        </Button>
      ) : (
        <p className="small" role="status">
          <Trans>Nothing has left this side.</Trans>
        </p>
      )}
    </fieldset>
  )
}
