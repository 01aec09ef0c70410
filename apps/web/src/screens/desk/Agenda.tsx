import { Trans, useLingui } from '@lingui/react/macro'
import type { ProposedPlan } from '@parley/seal'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { cityOf } from '../../model/desk/timeZones.ts'

/** The parts of a plan, when each starts, and which may be released; above them, their lengths to scale. */
export function Agenda({
  wording: { agenda, start },
  zones,
}: {
  wording: ProposedPlan
  /** The clocks to show. */
  zones: readonly string[]
}): ReactNode {
  const { t, i18n } = useLingui()
  const parts = agenda.map((part, place) => {
    const at = new Date(start + minutesOf(agenda.slice(0, place)) * 60_000)
    const starts = zones.map((timeZone) => i18n.date(at, { timeStyle: 'short', timeZone }))
    return { ...part, starts }
  })
  return (
    <>
      <ol className="strip" aria-hidden="true">
        {parts.map(({ part, minutes, open, starts }) => (
          <li key={part} className={open ? '' : 'strip__closed'} style={{ flexGrow: minutes }}>
            <i />
            <span className="num">{starts[0]}</span>
          </li>
        ))}
      </ol>
      <table className="agenda">
        <thead>
          <tr>
            <th scope="col" className="agenda__less">
              <Trans>No.</Trans>
            </th>
            {zones.map((zone) => (
              <th key={zone} scope="col" aria-label={t`Starts, ${cityOf(zone)}`}>
                {zones.length > 1 ? <bdi>{cityOf(zone)}</bdi> : <Trans>Starts</Trans>}
              </th>
            ))}
            <th scope="col">
              <Trans>Item</Trans>
            </th>
            <th scope="col" className="agenda__less">
              <Trans>Minutes</Trans>
            </th>
            <th scope="col">
              <Trans>Part</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.part}>
              <td className="num agenda__less">{part.part}</td>
              {zones.map((zone, place) => (
                <td key={zone} className="num">
                  {part.starts[place]}
                </td>
              ))}
              <td className="item">
                <bdi>{part.title}</bdi>
              </td>
              <td className="num agenda__less">{part.minutes}</td>
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
    </>
  )
}

function minutesOf(agenda: ProposedPlan['agenda']): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0)
}
