import { Trans } from '@lingui/react/macro'
import { Signature } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Emblem } from '../../../components/Emblem.tsx'
import type { ReadoutsProps, SheetMode } from './parts.ts'
import { PublishPart } from './PublishPart.tsx'
import { StopWords } from './StopWords.tsx'
import { useKeptPlace } from '../../../useKeptPlace.ts'

/** The signature of the side's seal, and how the text goes out once it is there. */
export function SignaturePanel({
  mode,
  onMode,
  ...props
}: ReadoutsProps & { mode: SheetMode; onMode: (mode: SheetMode) => void }): ReactNode {
  const { view } = props
  const { own, stops, standing } = view
  const isSigned = standing.is !== 'not-signed'
  const { name } = own
  const [stop] = stops
  const place = useKeptPlace()
  return (
    <section className="panel" aria-labelledby="signature-title" {...place.section}>
      <div className="panel__head">
        <h2 id="signature-title" {...place.heading}>
          <Trans>Signature</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        <div className={`sign side-${own.order} ${isSigned ? '' : 'sign--awaited'}`}>
          {own.hex ? <Emblem hex={own.hex} /> : <span className="seal seal--none" />}
          <div className="sign__line">
            {isSigned ? <bdi>{name}</bdi> : <Trans>yours, with the seal of your side</Trans>}
          </div>
          <p className="sign__under">
            {isSigned ? (
              <Trans>signed by the seal of {name}</Trans>
            ) : (
              <Trans>A readout needs only its own side’s signature.</Trans>
            )}
          </p>
        </div>
        {isSigned ? (
          <PublishPart {...props} />
        ) : (
          <>
            <Button
              className="btn btn--primary btn--large btn--wide"
              aria-disabled={stops.length > 0 || mode === 'sign'}
              onPress={() => (stops.length === 0 ? onMode('sign') : undefined)}
            >
              <Signature className="icon" aria-hidden="true" />
              <Trans>Read it whole, and sign</Trans>
            </Button>
            {stop ? (
              <p className="small">
                <Trans>Not yet:</Trans> <StopWords stop={stop} />
              </p>
            ) : null}
          </>
        )}
      </div>
    </section>
  )
}
