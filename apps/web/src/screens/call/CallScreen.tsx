import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { useSignal } from '../../useSignal.ts'
import { CallHead } from './CallHead.tsx'
import { Controls } from './Controls.tsx'
import { CallDialogs } from './dialogs/CallDialogs.tsx'
import { MicrophoneSaying } from './MicrophoneSaying.tsx'
import { Notices } from './Notices.tsx'
import { PanelBox } from './panel/PanelBox.tsx'
import { Sounds } from './stage/Sounds.tsx'
import { Stage } from './stage/Stage.tsx'

/** The call. Shows its view and says what was done; it decides nothing. */
export function CallScreen({
  view,
  send,
}: {
  view: ReadonlySignal<CallView>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const shown = useSignal(view)
  return (
    <div className="call" data-panel={shown.panel}>
      <CallHead view={shown} send={send} />
      <main className="call__main">
        <Notices notices={shown.notices} send={send} />
        <Stage stage={shown.stage} send={send} />
        <div className="call__foot">
          <MicrophoneSaying microphone={shown.microphone} />
          <Controls view={shown} send={send} />
        </div>
      </main>
      <PanelBox view={shown} send={send} />
      <Sounds sounds={shown.sounds} speaker={shown.speaker} />
      <CallDialogs dialog={shown.dialog} send={send} />
    </div>
  )
}
