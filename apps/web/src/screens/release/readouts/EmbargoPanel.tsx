import { Trans, useLingui } from '@lingui/react/macro'
import type { Embargo } from '@parley/release'
import { useId, useState, type ReactNode } from 'react'
import { startOf, wallTimeOf } from '../../../model/desk/wallTime.ts'
import { Moment } from '../../desk/Moment.tsx'
import { ZoneField } from '../../desk/ZoneField.tsx'
import type { ReadoutsProps } from './parts.ts'

/** From when the text may be public, as the clocks of a named zone show it, and of each side. */
export function EmbargoPanel({ view, send }: ReadoutsProps): ReactNode {
  const { embargo, zones, now } = view
  const isOn = embargo !== null
  const [zone = 'UTC'] = zones
  const set = (next: Embargo | null) => send({ type: 'embargo-set', embargo: next })
  return (
    <section className="panel" aria-labelledby="embargo-title">
      <div className="panel__head">
        <h2 id="embargo-title">
          <Trans>Embargo</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        <label className="choice">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) =>
              set(target.checked ? { until: nextHour(now), timeZone: zone } : null)
            }
          />
          <span>
            <Trans>Not public before a time</Trans>
          </span>
        </label>
        {embargo ? (
          <>
            <EmbargoFields embargo={embargo} onSet={set} />
            <p className="small">
              <Trans>Public from:</Trans>{' '}
              <Moment
                at={embargo.until}
                zones={[...new Set([embargo.timeZone, ...zones])]}
                dateStyle="long"
              />
            </p>
            {embargo.until <= now ? (
              <p className="small">
                <Trans>That time is over: the text may be public at once.</Trans>
              </p>
            ) : null}
          </>
        ) : (
          <p className="small muted">
            <Trans>None: the text is public as soon as you publish it.</Trans>
          </p>
        )}
      </div>
    </section>
  )
}

function EmbargoFields({
  embargo: { until, timeZone },
  onSet,
}: {
  embargo: Embargo
  onSet: (embargo: Embargo) => void
}): ReactNode {
  const { t } = useLingui()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  return (
    <>
      <div className="field">
        <label htmlFor={id}>
          <Trans>Public from</Trans>
        </label>
        <input
          id={id}
          className="input"
          type="datetime-local"
          value={typed ?? wallTimeOf(until, timeZone)}
          onChange={({ target }) => {
            setTyped(target.value)
            const next = startOf({ start: target.value, timeZone })
            if (next !== undefined) onSet({ until: next, timeZone })
          }}
          onBlur={() => setTyped(undefined)}
        />
      </div>
      <ZoneField
        label={t`Time zone of the embargo`}
        zone={timeZone}
        onChange={(zone) => {
          const start = wallTimeOf(until, timeZone)
          const next = startOf({ start, timeZone: zone })
          if (next !== undefined) onSet({ until: next, timeZone: zone })
        }}
      />
    </>
  )
}

function nextHour(now: number): number {
  const hour = 3_600_000
  return Math.ceil((now + hour / 2) / hour) * hour
}
