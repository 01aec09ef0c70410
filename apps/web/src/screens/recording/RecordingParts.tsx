import type { ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { RecordingView } from '../../model/recording/recordingView.ts'
import { OwnRecorder } from './OwnRecorder.tsx'
import { RecordedBy } from './RecordedBy.tsx'
import { WhoMayRecord } from './WhoMayRecord.tsx'
import '../../style/recording.css'

/** Who records the open parts: as a mark, or with what one does about it oneself. */
export function RecordingParts({
  as,
  recording,
  send,
}: {
  as: 'mark' | 'chip' | 'section'
  recording: RecordingView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (as !== 'section') return <RecordedBy as={as} recording={recording} />
  return (
    <>
      {recording.agreed.length > 0 && (
        <p className="small">
          <WhoMayRecord seats={recording.agreed} />
        </p>
      )}
      {recording.own && <OwnRecorder own={recording.own} send={send} />}
    </>
  )
}
