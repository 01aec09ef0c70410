import { Trans, useLingui } from '@lingui/react/macro'
import type { ProposedPlan } from '@parley/seal'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'

/** The parts of a plan, when each starts, and which may be released; above them, their lengths to scale. */
export function Agenda({ wording }: { wording: ProposedPlan }): ReactNode {
  const { i18n } = useLingui()
  const { agenda, start, timeZone } = wording
  const parts = agenda.map((part, place) => {
    const after = minutesOf(agenda.slice(0, place))
    const at = new Date(start + after * 60_000)
    return { ...part, starts: i18n.date(at, { timeStyle: 'short', timeZone }) }
  })
  return (
    <>
      <ol className="strip" aria-hidden="true">
        {parts.map(({ part, minutes, open, starts }) => (
          <li key={part} className={open ? '' : 'strip__closed'} style={{ flexGrow: minutes }}>
            <i />
            <span className="num">{starts}</span>
          </li>
        ))}
      </ol>
      <table className="agenda">
        <thead>
          <tr>
            <th scope="col">
              <Trans>No.</Trans>
            </th>
            <th scope="col">
              <Trans>Starts</Trans>
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
          {parts.map((part) => (
            <tr key={part.part}>
              <td className="num">{part.part}</td>
              <td className="num">{part.starts}</td>
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
    </>
  )
}

function minutesOf(agenda: ProposedPlan['agenda']): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0)
}
