import { Trans } from '@lingui/react/macro'
import { Signature } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { Moment } from '../../desk/Moment.tsx'
import { Cautions } from './Cautions.tsx'
import type { ReadoutsProps } from './parts.ts'
import { TextAsPublic } from '../readout/TextAsPublic.tsx'

/** The whole text as everybody will read it, and what the seal signs: this, and nothing else. */
export function AsItWillStand({
  view,
  send,
  onBack,
}: ReadoutsProps & { onBack: () => void }): ReactNode {
  const head = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => head.current?.focus(), [])
  const { text, translations, embargo, stops, standing } = view
  const isSigned = standing.is !== 'not-signed'
  const name = view.own.name
  return (
    <article className="panel sheet" aria-labelledby="whole-title">
      <div className="sheet__head">
        <h1 id="whole-title" ref={head} tabIndex={-1}>
          {isSigned ? <Trans>This is signed</Trans> : <Trans>This is what your seal signs</Trans>}
        </h1>
        <p className="muted">
          <Trans>
            Every word below, in every language below, in the name of {name}. Nothing else goes out.
          </Trans>
        </p>
      </div>
      <Cautions view={view} />
      <TextAsPublic text={text} byline={text.byline} />
      {text.correction ? (
        <p>
          <b>
            <Trans>Corrects:</Trans>
          </b>{' '}
          <bdi>{text.correction}</bdi>
        </p>
      ) : null}
      {translations.map((translation) => (
        <TextAsPublic key={translation.language} text={translation} translation={translation} />
      ))}
      <p className="small muted">
        {embargo ? (
          <Trans>
            Not public before{' '}
            <Moment
              at={embargo.until}
              zones={[...new Set([embargo.timeZone, ...view.zones])]}
              dateStyle="long"
            />
            .
          </Trans>
        ) : (
          <Trans>No embargo.</Trans>
        )}
      </p>
      <div className="row row--wrap">
        {isSigned ? null : (
          <Button
            className="btn btn--primary btn--large"
            aria-disabled={stops.length > 0}
            onPress={() => (stops.length === 0 ? send({ type: 'signed' }) : undefined)}
          >
            <Signature className="icon" aria-hidden="true" />
            <Trans>Sign exactly this text</Trans>
          </Button>
        )}
        <Button className="btn" onPress={onBack}>
          <Trans>Back to writing</Trans>
        </Button>
      </div>
      {stops.length > 0 && !isSigned ? (
        <Banner kind="caution" title={<Trans>The text cannot be signed as it is now.</Trans>} />
      ) : null}
    </article>
  )
}
