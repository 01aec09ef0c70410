import { signal, type ReadonlySignal } from '@preact/signals-core'
import { useRef, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { Booth } from '../../model/booth/booth.ts'
import type { CallModel } from '../../model/callModel.ts'
import type { Levels } from '../../model/callSpeaker.ts'
import type { CallView } from '../../model/callView.ts'
import { useSignal } from '../../useSignal.ts'
import { Agenda } from './AgendaOnDemand.tsx'
import { AidedPart } from './AidedPart.tsx'
import { Announcer } from './Announcer.tsx'
import { Beside } from './Beside.tsx'
import { BoothCall } from './BoothCall.tsx'
import { CallHead } from './CallHead.tsx'
import { Controls } from './Controls.tsx'
import { AnnouncersContext } from './dialogs/AnnouncersContext.ts'
import { CallDialogs } from './dialogs/CallDialogs.tsx'
import { Languages } from './LanguagesOnDemand.tsx'
import { LateSound } from './LateSound.tsx'
import { useMessagesAhead } from './MessagesPart.tsx'
import { MicrophoneOpen, MicrophoneSaying } from './MicrophoneSaying.tsx'
import { useNoticesAhead } from './RareOnDemand.tsx'
import { PrivatePart } from './PrivatePart.tsx'
import { Notices } from './Notices.tsx'
import { SecondPart } from './SecondPart.tsx'
import { PanelBox } from './panel/PanelBox.tsx'
import { Stage } from './stage/Stage.tsx'
import { useQuiet } from './useQuiet.ts'
import '../../style/call.css'
import '../../style/call/rotated.css'
import '../../style/call/enlarged.css'
import '../../style/call/offers.css'
import '../../style/call/agenda-place.css'
import '../../style/call/low-tiles.css'
import '../../style/call/more-controls.css'
import '../../style/room.css'

const NO_BOOTH = signal(undefined)

/**
 * The call. Shows its view and says what was done; it decides nothing. A room display is dark in either theme: it
 * lies on a picture. In a second window it has no controls and no sound: those are in the first.
 */
export function CallScreen({
  view,
  levels,
  another,
  booth,
  send,
  head,
}: {
  view: ReadonlySignal<CallView>
  levels: ReadonlySignal<Levels>
  /** The same for a second window; undefined in that. */
  another?: () => CallModel
  /** Of an interpreter, once its code is there. */
  booth: ReadonlySignal<Booth | undefined>
  send: (event: CallScreenEvent) => void
  /** Stands in the head of a second window. */
  head?: ReactNode
}): ReactNode {
  const shown = useSignal(view)
  const seated = useSignal(booth)
  const { listening } = shown
  const isRoom = shown.display === 'room'
  const element = useRef<HTMLDivElement>(null)
  useQuiet(element, isRoom)
  useMessagesAhead()
  useNoticesAhead()
  if (seated && shown.display === 'booth')
    return <BoothCall booth={seated} view={shown} send={send} />
  const told = (
    <>
      <LateSound lateMs={shown.lateMs} />
      <PrivatePart place="told" view={shown} send={send} />
      <Agenda place="told" view={shown} send={send} />
      <AidedPart view={shown} send={send} />
    </>
  )
  const announcers = (
    <>
      <Announcer said={shown.said} />
      {listening && <Languages part="announcer" listening={listening} />}
    </>
  )
  return (
    <div
      ref={element}
      className="call"
      data-display={isRoom ? 'room' : 'delegation'}
      data-theme={isRoom ? 'dark' : undefined}
      data-panel={isRoom ? undefined : shown.panel}
      data-private={shown.privately?.talk.isShown || undefined}
    >
      <PrivatePart place={another ? 'around' : 'beside'} view={shown} send={send} />
      <CallHead view={shown} send={send}>
        {another ? (
          <SecondPart view={shown} another={another} draw={drawSecond} send={send} />
        ) : (
          head
        )}
      </CallHead>
      <main className="call__main">
        <div className="call__told">
          <Notices notices={shown.notices} telephone={shown.telephone} send={send}>
            {!isRoom && told}
          </Notices>
          {isRoom && <Beside view={shown} send={send} />}
          {isRoom && told}
        </div>
        <Stage stage={shown.stage} levels={levels} send={send} />
        {another && (
          <div className="call__foot">
            <MicrophoneSaying microphone={shown.microphone} />
            {listening && <Languages part="saying" listening={listening} />}
            <Controls view={shown} send={send} />
            {isRoom && shown.microphone.is === 'open' && <MicrophoneOpen />}
          </div>
        )}
      </main>
      {!isRoom && (
        <PanelBox view={shown} levels={levels} send={send} isFirst={another !== undefined} />
      )}
      {announcers}
      <AnnouncersContext value={announcers}>
        <CallDialogs view={shown} levels={levels} send={send} />
      </AnnouncersContext>
    </div>
  )
}

function drawSecond({ view, levels, send }: CallModel, head: ReactNode): ReactNode {
  return <CallScreen view={view} levels={levels} booth={NO_BOOTH} send={send} head={head} />
}
