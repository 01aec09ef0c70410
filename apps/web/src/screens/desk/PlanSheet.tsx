import { Trans, useLingui } from '@lingui/react/macro'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProposedPlan } from '@parley/seal'
import { languageNames } from './languageNames.ts'

/** The plan as a document: what both desks read before they sign it. */
export function PlanSheet({
  wording,
  version,
  children,
}: {
  wording: ProposedPlan
  /** Nothing before anyone signed. */
  version: number | undefined
  /** What may be done with it. */
  children?: ReactNode
}): ReactNode {
  const { i18n } = useLingui()
  const { title, start, timeZone, agenda, modalities, languages } = wording
  const whole = agenda.reduce((sum, { minutes }) => sum + minutes, 0)
  const open = agenda.reduce((sum, part) => sum + (part.open ? part.minutes : 0), 0)
  return (
    <article className="panel doc">
      <div className="doc__head">
        <div>
          <h1>{title}</h1>
          <p className="muted">
            {i18n.date(new Date(start), { dateStyle: 'full', timeStyle: 'short', timeZone })},{' '}
            {timeZone}
          </p>
        </div>
        <p className="small muted">
          {version === undefined ? (
            <Trans>Not signed by anyone yet</Trans>
          ) : (
            <Trans>Version {version}, the same text on both desks</Trans>
          )}
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
        <table className="agenda">
          <thead>
            <tr>
              <th scope="col">
                <Trans>No.</Trans>
              </th>
              <th scope="col">
                <Trans>Item</Trans>
              </th>
              <th scope="col">
                <Trans>Minutes</Trans>
              </th>
              <th scope="col">
                <Trans>Part</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {agenda.map((part) => (
              <tr key={part.part}>
                <td className="num">{part.part}</td>
                <td className="item">{part.title}</td>
                <td className="num">{part.minutes}</td>
                <td>
                  {part.open ? (
                    <span className="badge badge--open">
                      <LockOpen className="icon" aria-hidden="true" />
                      <Trans>Open part</Trans>
                    </span>
                  ) : (
                    <span className="badge badge--closed">
                      <Lock className="icon" aria-hidden="true" />
                      <Trans>Closed part</Trans>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="held-title">
        <h2 id="held-title">
          <Trans>How the call is held</Trans>
        </h2>
        <dl className="facts">
          <dt>
            <Trans>Languages</Trans>
          </dt>
          <dd>{languageNames(languages, i18n.locale)}</dd>
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
          {modalities.ifLineDrops ? (
            <>
              <dt>
                <Trans>If the line drops</Trans>
              </dt>
              <dd>{modalities.ifLineDrops}</dd>
            </>
          ) : null}
          {modalities.peopleInRoom ? (
            <>
              <dt>
                <Trans>People in the room</Trans>
              </dt>
              <dd>{modalities.peopleInRoom}</dd>
            </>
          ) : null}
        </dl>
      </section>
      {children}
    </article>
  )
}
