import { Suspense, type ReactNode } from 'react'
import type { Application } from '../model/application.ts'
import type { Screen } from '../model/screen.ts'
import { useSignal } from '../useSignal.ts'
import { onDemand } from './onDemand.tsx'
import { Failed } from './start/FailedOnDemand.tsx'
import { Opening } from './start/Opening.tsx'

const start = onDemand('start', async () => (await import('./start/Start.tsx')).Start)
const planning = onDemand('desk', async () => (await import('./desk/Planning.tsx')).Planning)
const desk = onDemand('desk', async () => (await import('./desk/Console.tsx')).Console)
const elsewhere = onDemand('start', async () => (await import('./start/Elsewhere.tsx')).Elsewhere)
const enrol = onDemand('start', async () => (await import('./enrol/Enrol.tsx')).Enrol)
const invitation = onDemand(
  'desk',
  async () => (await import('./desk/InvitationPage.tsx')).InvitationPage,
)

const shared = onDemand(
  'readout',
  async () => (await import('./release/readout/SharedPage.tsx')).SharedPage,
)

/** The screen of a seat, which the page can load before there is something to show. */
export const seatScreen = onDemand('seat', async () => (await import('./seat/seatPage.ts')).Seat)

/** The screen that this page's address asks for. Each is loaded when it is shown first. */
export function App({ application }: { application: Application }): ReactNode {
  const screen = useSignal(application.screen)
  return (
    <Suspense fallback={<Opening />}>
      <Shown screen={screen} application={application} />
    </Suspense>
  )
}

function Shown({ screen, application }: { screen: Screen; application: Application }): ReactNode {
  const send = (event: Parameters<Application['send']>[0]) => void application.send(event)
  switch (screen.is) {
    case 'opening':
      return <Opening />
    case 'start':
      return <start.Screen shown={screen} send={send} />
    case 'planning':
      return <planning.Screen shown={screen} send={send} />
    case 'invitation':
      return (
        <invitation.Screen
          view={screen.model.view}
          send={(event) => void screen.model.send(event)}
        />
      )
    case 'desk':
      return (
        <desk.Screen
          view={screen.model.view}
          release={screen.model.release}
          readouts={screen.model.readouts}
          send={(event) => void screen.model.send(event)}
        />
      )
    case 'enrol':
      return (
        <enrol.Screen
          view={screen.model.view}
          isForAide={screen.isForAide}
          askAgain={screen.model.askAgain}
        />
      )
    case 'seat':
      return <seatScreen.Screen model={screen.model} />
    case 'shared':
      return <shared.Screen opened={screen.opened} />
    case 'elsewhere':
      return <elsewhere.Screen what={screen.what} send={send} />
    case 'failed':
      return <Failed code={screen.code} />
  }
}
