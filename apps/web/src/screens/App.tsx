import { lazy, Suspense, type ReactNode } from 'react'
import type { Application } from '../model/application.ts'
import type { Screen } from '../model/screen.ts'
import { useSignal } from '../useSignal.ts'
import { onDemand } from './onDemand.tsx'
import { Failed } from './start/Failed.tsx'
import { Opening } from './start/Opening.tsx'

const Start = lazy(async () => ({ default: (await import('./start/Start.tsx')).Start }))
const Planning = lazy(async () => ({ default: (await import('./desk/Planning.tsx')).Planning }))
const Console = lazy(async () => ({ default: (await import('./desk/Console.tsx')).Console }))
const Elsewhere = lazy(async () => ({
  default: (await import('./start/Elsewhere.tsx')).Elsewhere,
}))
const Enrol = lazy(async () => ({ default: (await import('./enrol/Enrol.tsx')).Enrol }))
const InvitationPage = lazy(async () => ({
  default: (await import('./desk/InvitationPage.tsx')).InvitationPage,
}))

/** The screen of a seat, which the page can load before there is something to show. */
export const seatScreen = onDemand(async () => (await import('./seat/Seat.tsx')).Seat)

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
      return <Start shown={screen} send={send} />
    case 'planning':
      return <Planning shown={screen} send={send} />
    case 'invitation':
      return (
        <InvitationPage view={screen.model.view} send={(event) => void screen.model.send(event)} />
      )
    case 'desk':
      return <Console view={screen.model.view} send={(event) => void screen.model.send(event)} />
    case 'enrol':
      return <Enrol view={screen.model.view} askAgain={screen.model.askAgain} />
    case 'seat':
      return <seatScreen.Screen model={screen.model} />
    case 'elsewhere':
      return <Elsewhere what={screen.what} send={send} />
    case 'failed':
      return <Failed code={screen.code} />
  }
}
