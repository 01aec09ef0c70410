import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { PersonInRecord, RecordStory, Stay } from '@parley/release'
import { ROLES } from '../../../language/roles.ts'
import type { DeskSide, DeskView } from '../../../model/desk/deskView.ts'
import { spokenMs } from '../../../model/release/record/spokenMs.ts'
import { ClockTime } from './ClockTime.tsx'
import { EndWords } from './EndWords.tsx'
import { SpanBar } from './SpanBar.tsx'

/** Who was there from when to when, and when their microphones were open. Own side first. */
export function Attendance({ story, desk }: { story: RecordStory; desk: DeskView }): ReactNode {
  return (
    <section aria-labelledby="attendance-title">
      <h2 id="attendance-title">
        <Trans>Who was there</Trans>
      </h2>
      <p className="caption record__key">
        <span className="record__key-stay" aria-hidden="true" />
        <Trans>in the room</Trans>
        <span className="record__key-voice" aria-hidden="true" />
        <Trans>microphone open</Trans>
        <span className="record__key-into" aria-hidden="true" />
        <Trans>interpreting</Trans>
      </p>
      {desk.sides.map((side) => (
        <SideAttendance key={side.side} side={side} story={story} desk={desk} />
      ))}
    </section>
  )
}

function SideAttendance({
  side,
  story,
  desk,
}: {
  side: DeskSide
  story: RecordStory
  desk: DeskView
}): ReactNode {
  const people = story.people.filter((person) => person.side === side.side)
  return (
    <table className={`attendance side-${side.order}`}>
      <thead>
        <tr>
          <th scope="col" className="attendance__side">
            <bdi>{side.name}</bdi>
          </th>
          <th scope="col">
            <Trans>From, to</Trans>
          </th>
          <th scope="col" className="attendance__spoken">
            <Trans>Open for</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.length === 0 ? (
          <tr>
            <td colSpan={3} className="muted">
              <Trans>Nobody so far.</Trans>
            </td>
          </tr>
        ) : null}
        {people.map((person) => (
          <Line key={person.seat} person={person} story={story} desk={desk} />
        ))}
      </tbody>
    </table>
  )
}

function Line({
  person,
  story,
  desk,
}: {
  person: PersonInRecord
  story: RecordStory
  desk: DeskView
}): ReactNode {
  const { t } = useLingui()
  const { name, office, role, stays } = person
  const minutes = Math.round(spokenMs(person) / 60_000)
  const isHere = desk.delegations.some(({ rows }) =>
    rows.some((row) => row.seat === person.seat && row.isHere),
  )
  return (
    <tr>
      <th scope="row">
        <span className="attendance__name">
          <bdi>{name}</bdi>
        </span>
        <span className="caption">{office === '' ? t(ROLES[role]) : <bdi>{office}</bdi>}</span>
        {story.held ? <SpanBar stays={stays} held={story.held} /> : null}
      </th>
      <td>
        <ul className="attendance__stays">
          {stays.map((stay, place) => (
            <li key={stay.from}>
              <StayWords stay={stay} isHere={isHere && place === stays.length - 1} desk={desk} />
            </li>
          ))}
        </ul>
      </td>
      <td className="attendance__spoken">
        {minutes > 0 ? <Trans>{minutes} min</Trans> : spokenMs(person) > 0 ? t`under 1 min` : '–'}
      </td>
    </tr>
  )
}

function StayWords({
  stay: { from, to, end, lastSaid },
  isHere,
  desk: { zones },
}: {
  stay: Stay
  isHere: boolean
  desk: DeskView
}): ReactNode {
  const since = <ClockTime at={from} zones={zones} />
  if (to === undefined)
    return isHere ? (
      <Trans>{since}, is here</Trans>
    ) : (
      <Trans>
        {since}, last heard of <ClockTime at={lastSaid} zones={zones} />
      </Trans>
    )
  return (
    <>
      <span className="attendance__span">
        {since}–<ClockTime at={to} zones={zones} />
      </span>
      {end === 'left' || end === 'replaced' ? null : (
        <span className="caption">
          <EndWords end={end} />
        </span>
      )}
    </>
  )
}
