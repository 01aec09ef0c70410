import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { CopyField } from '../../../components/CopyField.tsx'
import { Emblem } from '../../../components/Emblem.tsx'
import { FileField } from '../../../components/FileField.tsx'
import { SealCode } from '../../../components/SealCode.tsx'
import type { AllyView } from '../../../model/release/readouts/readoutsView.ts'
import { Clocks } from '../../desk/Moment.tsx'
import type { ReadoutsProps } from './parts.ts'

/** Seals the signed text to allies before it is public. The record of the call says to whom. */
export function Sharing(props: ReadoutsProps): ReactNode {
  const { t } = useLingui()
  const { view, here, send } = props
  const { ally, kept } = here
  const isPublic = view.standing.is === 'public'
  return (
    <section className="panel" aria-labelledby="sharing-title">
      <div className="panel__head">
        <h2 id="sharing-title">
          <Trans>Share with an ally</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        <p className="small muted">
          <Trans>
            The signed text is sealed to the ally’s desk: only it can open the file. The record of
            the call names the code of its seal, and the other side reads that.
          </Trans>
        </p>
        {view.shared.length > 0 ? (
          <ul className="stack">
            {view.shared.map(({ name, code, at, isThisText }) => (
              <li key={`${code}-${at}`} className="small">
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                <Clocks at={at} zones={view.zones.slice(0, 1)} />
                {isThisText ? null : (
                  <>
                    {' · '}
                    <Trans>an earlier text</Trans>
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        {view.signed === undefined ? (
          <p className="small">
            <Trans>Sign the text first: what is shared is what is signed.</Trans>
          </p>
        ) : null}
        {view.signed !== undefined && isPublic ? (
          <p className="small">
            <Trans>The text is public. There is nothing to share before.</Trans>
          </p>
        ) : null}
        {view.signed !== undefined && !isPublic && !ally ? (
          <>
            <FileField
              label={t`Public file of the ally’s seal`}
              onRead={(file) => send({ type: 'ally-read', file })}
            />
            {kept.map(({ seal, name }) => (
              <Button
                key={seal}
                className="btn"
                onPress={() => send({ type: 'ally-chosen', seal })}
              >
                <Trans>To the seal of {name}, kept in this browser</Trans>
              </Button>
            ))}
          </>
        ) : null}
        {view.signed !== undefined && ally ? <Compare {...props} ally={ally} /> : null}
        <Button className="btn" onPress={() => send({ type: 'own-card-asked' })}>
          <Trans>Save our own seal’s public file</Trans>
        </Button>
      </div>
    </section>
  )
}

function Compare({ ally, here, send }: ReadoutsProps & { ally: AllyView }): ReactNode {
  const { t } = useLingui()
  const { name } = ally
  const { sealed } = here
  return (
    <div className="stack ally">
      <div className="row">
        <Emblem hex={ally.seal.hex} />
        <b>
          <bdi>{name}</bdi>
        </b>
      </div>
      <SealCode digits={ally.seal.digits} label={t`Code of the seal of ${name}`} />
      {sealed ? (
        <>
          <p className="small" role="status">
            <Trans>
              Sealed to {sealed.name}. Hand on the file, or the link; nobody else can open it.
            </Trans>
          </p>
          <Button className="btn btn--primary" onPress={() => send({ type: 'shared-file-asked' })}>
            <Trans>Save the file</Trans>
          </Button>
          {sealed.link === undefined ? null : (
            <CopyField label={t`Link for ${sealed.name}`} text={sealed.link} />
          )}
          <Button className="btn btn--quiet" onPress={() => send({ type: 'ally-left' })}>
            <Trans>Done</Trans>
          </Button>
        </>
      ) : (
        <>
          <p className="small">
            <Trans>
              Ring {name} on a number you know, and compare this code. Whoever has another code
              would read your text.
            </Trans>
          </p>
          <div className="row row--wrap">
            <Button className="btn btn--primary" onPress={() => send({ type: 'shared' })}>
              <Trans>The codes are the same: seal it</Trans>
            </Button>
            <Button className="btn btn--quiet" onPress={() => send({ type: 'ally-left' })}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
