import type { CallId } from '@parley/protocol'
import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { FAILURES } from '../language/failures.ts'
import { FACTS } from '../model/callSamples/people.ts'
import { endedView } from '../model/endedView.ts'
import type { PartsView } from '../model/agenda/partsView.ts'
import type { EnrolView } from '../model/enrolView.ts'
import type { Screen } from '../model/screen.ts'
import { DeskParts } from '../screens/agenda/DeskParts.tsx'
import { EndedScreen } from '../screens/ended/EndedScreen.tsx'
import { ENDED } from '../screens/ended/endedSentences.ts'
import { Enrol } from '../screens/enrol/Enrol.tsx'
import { Elsewhere } from '../screens/start/Elsewhere.tsx'
import { Failed } from '../screens/start/Failed.tsx'
import { Opening } from '../screens/start/Opening.tsx'
import { Start } from '../screens/start/Start.tsx'
import { DESK_PARTS } from './agendaStates.ts'
import { AIDE_STATES } from './aideStates.tsx'
import { CLIP_STATES } from './clipStates.tsx'
import { GREEN_ROOMS } from './greenRooms.tsx'
import { keysOf } from './keysOf.ts'
import { READOUT_STATES } from './readoutStates.tsx'
import { RECORD_STATES } from './recordStates.tsx'

const TITLE = 'Compensation for storage losses'
const ENROLS: readonly EnrolView[] = [
  { phase: 'reaching' },
  { phase: 'unreached', isTrying: false },
  { phase: 'asking' },
  { phase: 'code', code: '407913' },
  { phase: 'away' },
  { phase: 'granted' },
  { phase: 'refused', code: 'enrolment-ended' },
  { phase: 'refused', code: 'token-spent' },
  { phase: 'wrong-desk' },
]
const NAMED = { name: 'Geneva Conference Office', host: 'parley.example' }
const NAMELESS = { name: undefined, host: 'parley.example' }
const PLACE = { call: 'A'.repeat(22) as CallId, seat: FACTS.you.seat }
const DESKS = [{ fragment: '#desk=', title: TITLE, sideName: 'Switzerland' }]

/** The pages around a call, and of a desk its record, in every state that they have words for, by name. */
export const PAGE_STATES: ReadonlyMap<string, () => ReactNode> = new Map([
  ['opening', () => <Opening />],
  ['start', () => start({ isBadLink: false, desks: DESKS, canSit: true, server: NAMED })],
  [
    'start: bad link, cannot sit',
    () => start({ isBadLink: true, desks: [], canSit: false, server: NAMELESS }),
  ],
  ...keysOf(FAILURES).map((code) => [`failed: ${code}`, () => <Failed code={code} />] as const),
  ['failed: refused', () => <Failed code="link-unknown" />],
  ...(['desk', 'seat', 'invitation'] as const).map(
    (what) => [`elsewhere: ${what}`, () => <Elsewhere what={what} send={nothing} />] as const,
  ),
  ...ENROLS.map((view) => [nameOf(view), () => enrol(view)] as const),
  ...(['asking', 'granted'] as const).map(
    (phase) => [`enrol: aide, ${phase}`, () => enrol({ phase }, true)] as const,
  ),
  ...AIDE_STATES,
  ...[...DESK_PARTS].map(([name, view]) => [`desk parts: ${name}`, () => deskParts(view)] as const),
  ...CLIP_STATES,
  ...GREEN_ROOMS,
  ...RECORD_STATES,
  ...READOUT_STATES,
  ...keysOf(ENDED).map((by) => [`ended: ${by}`, () => ended(by)] as const),
])

function nothing(): void {}

function deskParts(view: PartsView): ReactNode {
  return (
    <main className="page">
      <h1 className="sr">{TITLE}</h1>
      <DeskParts view={view} send={nothing} />
    </main>
  )
}

function start(shown: Omit<Extract<Screen, { is: 'start' }>, 'is'>): ReactNode {
  return <Start shown={{ is: 'start', ...shown }} send={nothing} />
}

function nameOf(view: EnrolView): string {
  return view.phase === 'refused' ? `enrol: refused, ${view.code}` : `enrol: ${view.phase}`
}

function enrol(view: EnrolView, isForAide = false): ReactNode {
  return <Enrol view={signal(view)} isForAide={isForAide} askAgain={nothing} />
}

function ended(by: keyof typeof ENDED): ReactNode {
  const view = signal(
    endedView({ title: TITLE, by, wasInMs: 2_520_000, telephone: FACTS.telephone, place: PLACE }),
  )
  return <EndedScreen view={view} onReadout={nothing} send={nothing} />
}
