import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import { useTime } from '../call/useTime.ts'

/** At which item of the agenda the talks are, as somebody said. Screen readers hear it change. */
export function Now({ agenda: { now, items } }: { agenda: AgendaView }): ReactNode {
  if (items.length === 0) return undefined
  return (
    <p className="agenda-now__item" aria-live="polite">
      {now ? (
        <>
          <span className="muted">
            <Place now={now} />
          </span>
          <b>
            <bdi>{now.title}</bdi>
          </b>
        </>
      ) : (
        <span className="muted">
          <Trans>Nobody has said at which item of the agenda the talks are.</Trans>
        </span>
      )}
    </p>
  )
}

function Place({
  now: { part, of, open, untilMs },
}: {
  now: NonNullable<AgendaView['now']>
}): ReactNode {
  const until = useTime()(untilMs)
  return open ? (
    <Trans>
      Item {part} of {of}, open part, until {until}
    </Trans>
  ) : (
    <Trans>
      Item {part} of {of}, closed part, until {until}
    </Trans>
  )
}
