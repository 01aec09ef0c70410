import { Trans } from '@lingui/react/macro'
import { RECORDING_ENDS } from '@parley/release/recordings'
import { useEffect, useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type {
  ClipsEvent,
  ClipsView,
  RecordingHere,
} from '../../../model/release/clips/clipsView.ts'
import { Destroyed } from './Destroyed.tsx'
import { KeptHere } from './KeptHere.tsx'

/** Where a desk takes its own side's recording from. */
export function OpenRecording({
  view,
  send,
}: {
  view: ClipsView
  send: (event: ClipsEvent) => void
}): ReactNode {
  const id = useId()
  const { recording } = view
  // oxlint-disable-next-line react/exhaustive-deps -- once, whenever it is shown
  useEffect(() => send({ type: 'kept-asked' }), [])
  const isNothing = view.kept.length === 0 && view.destroyed.length === 0
  if (!view.isRecorded && isNothing) return null
  return (
    <section className="panel panel__body stack" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`} className="clips__head">
        <Trans>Our recording</Trans>
      </h2>
      <p className="small muted">
        <Trans>
          It opens here alone, with your seal. Nothing of it leaves this browser before you propose
          a clip.
        </Trans>
      </p>
      <KeptHere view={view} send={send} />
      <div className="field">
        <label htmlFor={id}>
          {recording.is === 'open' ? (
            <Trans>Open another recording</Trans>
          ) : (
            <Trans>Open a recording of our side</Trans>
          )}
        </label>
        <input
          id={id}
          className="input"
          type="file"
          accept={RECORDING_ENDS}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) send({ type: 'recording-chosen', file })
          }}
        />
      </div>
      <p className="small" role="status">
        {recording.is === 'opening' ? <Trans>The recording is being opened.</Trans> : null}
        {recording.is === 'open' ? <Found recording={recording} /> : null}
      </p>
      {recording.is === 'open' && recording.stretches.length > 0 ? (
        <p>
          <Button
            className="btn btn--primary"
            onPress={() => send({ type: 'draft-begun', n: undefined })}
          >
            <Trans>New clip</Trans>
          </Button>
        </p>
      ) : null}
      {view.clips.length === 0 ? <Destroyed at={view.keepUntil} timeZone={view.timeZone} /> : null}
    </section>
  )
}

/** What of an open recording can become a clip. */
function Found({
  recording: { stretches },
}: {
  recording: Extract<RecordingHere, { is: 'open' }>
}): ReactNode {
  if (stretches.length > 0) return <Trans>The recording is open.</Trans>
  return (
    <Trans>
      The recording is open. Nothing in it can be released: it has no stretch of a part that the
      agreed plan calls open.
    </Trans>
  )
}
