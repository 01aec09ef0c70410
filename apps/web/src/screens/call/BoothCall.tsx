import { Suspense, type ReactNode } from 'react'
import type { Booth } from '../../model/booth/booth.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { onDemand } from '../onDemand.tsx'
import { Announcer } from './Announcer.tsx'
import { CallHead } from './CallHead.tsx'
import { AidedPart } from './AidedPart.tsx'
import { AnnouncersContext } from './dialogs/AnnouncersContext.ts'
import { CallDialogs } from './dialogs/CallDialogs.tsx'
import { NotThereYet } from './NotThereYet.tsx'
import { PrivatePart } from './PrivatePart.tsx'

const boothScreen = onDemand(
  'booth',
  async () => (await import('../booth/BoothScreen.tsx')).BoothScreen,
)

/** Loads the console ahead. */
export function loadBooth(): Promise<void> {
  return boothScreen.load()
}

/** The call at an interpreter's console. Until that has come one hears all the same. */
export function BoothCall({
  booth,
  view,
  send,
}: {
  booth: Booth
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const announcer = <Announcer said={view.said} />
  return (
    <div
      className="call"
      data-display="booth"
      data-private={view.privately?.talk.isShown || undefined}
    >
      <PrivatePart place="around" view={view} send={send} />
      <CallHead view={view} send={send} />
      <Suspense
        fallback={
          <main className="page">
            <NotThereYet />
          </main>
        }
      >
        <boothScreen.Screen booth={booth} call={view} send={send} />
      </Suspense>
      <AidedPart view={view} send={send} />
      {announcer}
      <AnnouncersContext value={announcer}>
        <CallDialogs view={view} levels={booth.levels} send={send} />
      </AnnouncersContext>
    </div>
  )
}
