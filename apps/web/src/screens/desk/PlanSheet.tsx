import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { keepUntilOf } from '@parley/release/recordings'
import type { ProposedPlan } from '@parley/seal'
import { Agenda } from './Agenda.tsx'
import { languageNames } from './languageNames.ts'
import { Moment } from './Moment.tsx'

/** The plan as a document: what both desks read before they sign it. */
export function PlanSheet({
  wording,
  zones,
  version,
  isAgreed = false,
  children,
}: {
  wording: ProposedPlan
  /** The clocks to show. */
  zones: readonly string[]
  /** Nothing before anyone signed. */
  version: number | undefined
  isAgreed?: boolean
  /** What may be done with it. */
  children?: ReactNode
}): ReactNode {
  const { i18n } = useLingui()
  const { title, start, agenda, modalities, languages } = wording
  const whole = agenda.reduce((sum, { minutes }) => sum + minutes, 0)
  const keepUntil = keepUntilOf(wording)
  const open = agenda.reduce((sum, part) => sum + (part.open ? part.minutes : 0), 0)
  return (
    <article className="panel doc">
      <div className="doc__head">
        <div>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p className="muted">
            <Moment at={start} zones={zones} />
          </p>
        </div>
        <p className="small muted">
          <Standing version={version} isAgreed={isAgreed} />
        </p>
      </div>
      <section aria-labelledby="agenda-title">
        <div className="row row--apart row--wrap">
          <h2 id="agenda-title">
            <Trans>Agenda</Trans>
          </h2>
          <p className="small muted">
            <Trans>
              Only open parts can ever be released:{' '}
              <b>
                {open} of {whole} minutes
              </b>
            </Trans>
          </p>
        </div>
        <Agenda wording={wording} zones={zones} />
      </section>
      <section aria-labelledby="held-title">
        <h2 id="held-title">
          <Trans>How the call is held</Trans>
        </h2>
        <dl className="facts">
          <dt>
            <Trans>Languages</Trans>
          </dt>
          <dd>
            <bdi>{languageNames(languages, i18n.locale)}</bdi>
          </dd>
          <dt>
            <Trans>Recording</Trans>
          </dt>
          <dd>
            {modalities.recording === 'never' ? (
              <Trans>Never. No device records.</Trans>
            ) : (
              <Trans>Open parts only. A clip needs every signature.</Trans>
            )}
          </dd>
          {keepUntil === undefined ? null : (
            <>
              <dt>
                <Trans>What is not released</Trans>
              </dt>
              <dd>
                <Trans>
                  It is destroyed on <Moment at={keepUntil} zones={zones} dateStyle="long" />.
                </Trans>
              </dd>
            </>
          )}
          {modalities.ifLineDrops ? (
            <>
              <dt>
                <Trans>If the line drops</Trans>
              </dt>
              <dd>
                <bdi>{modalities.ifLineDrops}</bdi>
              </dd>
            </>
          ) : null}
          {modalities.peopleInRoom ? (
            <>
              <dt>
                <Trans>People in the room</Trans>
              </dt>
              <dd>
                <bdi>{modalities.peopleInRoom}</bdi>
              </dd>
            </>
          ) : null}
          {modalities.aideOpens ? (
            <>
              <dt>
                <Trans>Aide’s console</Trans>
              </dt>
              <dd>
                <Trans>It may open the microphone of its seat at once.</Trans>
              </dd>
            </>
          ) : null}
        </dl>
      </section>
      {children}
    </article>
  )
}

function Standing({
  version,
  isAgreed,
}: {
  version: number | undefined
  isAgreed: boolean
}): ReactNode {
  if (version === undefined) return <Trans>Not signed by anyone yet</Trans>
  return isAgreed ? (
    <Trans>Version {version}, the same text on both desks</Trans>
  ) : (
    <Trans>Version {version}, as proposed</Trans>
  )
}
