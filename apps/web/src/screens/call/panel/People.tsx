import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Mic, MicOff, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Emblem } from '../../../components/Emblem.tsx'
import { Status } from '../../../components/Status.tsx'
import type { CallSide, Person } from '../../../model/callFacts.ts'
import { isRoomSeat } from '../../../model/company.ts'
import type { RosterRow, RosterSection } from '../../../model/callRoster.ts'
import { CompanyWords } from '../../company/CompanyWords.tsx'
import { FLOW } from '../sentences/flow.ts'
import { HELD_SHORT } from '../sentences/held.ts'
import { HearingMark } from './HearingMark.tsx'

/** The people of one side, under its seal. */
export function People({
  section: { side, rows, deskQuiet, deskLists },
  onCompany,
}: {
  section: RosterSection
  /** Whoever sits here wants to say who is in the room. */
  onCompany: () => void
}): ReactNode {
  return (
    <section className={`call__side side-${side.place}`}>
      <div className="sidehead">
        <Emblem hex={side.fingerprint} />
        <div>
          <h2>
            <bdi>{side.name}</bdi>
          </h2>
          <p>
            <SealWord seal={side.seal} />
          </p>
          {deskQuiet !== undefined && (
            <p>
              <QuietWord quiet={deskQuiet} />
            </p>
          )}
          {deskLists && (
            <p>
              {deskLists === 'older' ? (
                <Trans>Its desk has older lists than this device.</Trans>
              ) : (
                <Trans>Its desk has newer lists than this device.</Trans>
              )}
            </p>
          )}
        </div>
      </div>
      <ul className="ppl">
        {rows.map((row) => (
          <Row key={row.person.seat} row={row} />
        ))}
      </ul>
      {side.isOwn && (
        <Button className="btn" onPress={onCompany}>
          <Trans>Who is with you</Trans>
        </Button>
      )}
    </section>
  )
}

function SealWord({ seal }: { seal: CallSide['seal'] }): ReactNode {
  switch (seal) {
    case 'own':
      return <Trans>your side</Trans>
    case 'compared':
      return (
        <>
          <ShieldCheck className="icon" aria-hidden /> <Trans>seal compared by your desk</Trans>
        </>
      )
    case 'relied-on':
      return <Trans>seal named in the plan your desk signed</Trans>
  }
}

/** How old what is known of its lists may be. */
function QuietWord({ quiet }: { quiet: number | 'never' }): ReactNode {
  return quiet === 'never' ? (
    <Trans>Its desk has not confirmed its lists.</Trans>
  ) : (
    <Plural
      value={quiet}
      one="Its desk last confirmed its lists # minute ago."
      other="Its desk last confirmed its lists # minutes ago."
    />
  )
}

function Row({ row: { person, hearing } }: { row: RosterRow }): ReactNode {
  const flow = hearing === 'does-not-hear-you' ? 'flowing' : troubleOf(person)
  return (
    <li>
      <div className="who">
        {person.isYou ? <Trans>You, {person.name}</Trans> : <bdi>{person.name}</bdi>}
        <span>
          <bdi>{person.office}</bdi>
        </span>
        {person.lists && (
          <span>
            {person.lists === 'older' ? (
              <Trans>has older lists than this device</Trans>
            ) : (
              <Trans>has newer lists than this device</Trans>
            )}
          </span>
        )}
        {(person.company ?? hasToSay(person)) && (
          <span>
            {person.company ? (
              <CompanyWords company={person.company} />
            ) : (
              <Trans>has not said who is in the room</Trans>
            )}
          </span>
        )}
      </div>
      <div className="st">
        <FlowWord flow={flow} />
        <MicrophoneWord person={person} />
        {hearing && <HearingMark hearing={hearing} isSaidOnly={flow !== 'flowing'} />}
      </div>
    </li>
  )
}

/** Before the first word of somebody nothing is known. */
function hasToSay({ role, presence, standing }: Person): boolean {
  return isRoomSeat(role) && presence === 'here' && standing === 'agreed'
}

/** What is wrong with how this person comes in; nothing beside a graver word. */
function troubleOf({ flow, presence, standing }: Person): Person['flow'] {
  const isThere = standing === 'agreed' && (presence === 'here' || presence === 'not-heard')
  return isThere ? flow : 'flowing'
}

function FlowWord({ flow }: { flow: Person['flow'] }): ReactNode {
  const { t } = useLingui()
  if (flow === 'flowing') return undefined
  return <Status kind={flow === 'slow' ? 'usable' : 'awaited'}>{t(FLOW[flow])}</Status>
}

function MicrophoneWord({ person }: { person: Person }): ReactNode {
  const { t } = useLingui()
  if (person.standing !== 'agreed')
    return <Status kind="not">{t(HELD_SHORT[person.standing])}</Status>
  if (person.presence === 'coming-back' || person.presence === 'silent')
    return (
      <Status kind="awaited">
        <Trans>coming back</Trans>
      </Status>
    )
  if (person.presence === 'not-heard') return <Trans>not heard yet</Trans>
  const isOpen = person.microphone === 'open'
  const Icon = isOpen ? Mic : MicOff
  return (
    <span className="st__mic">
      <Icon className="icon" aria-hidden />
      <span className="sr">
        <Trans>microphone</Trans>
      </span>
      {isOpen ? <Trans>open</Trans> : <Trans>closed</Trans>}
    </span>
  )
}
