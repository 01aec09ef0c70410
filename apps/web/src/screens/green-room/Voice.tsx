import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Level } from '../../model/greenRoomLevel.ts'
import type { GreenRoomEvent, GreenRoomView } from '../../model/greenRoomView.ts'
import { DEVICE_FAILED } from './deviceFailures.ts'
import { LevelMeter } from './LevelMeter.tsx'

/** How loud one is, and whether that is good. */
export function Voice({
  microphone,
  level,
  send,
}: {
  microphone: GreenRoomView['microphone']
  level: ReadonlySignal<Level>
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const heading = useId()
  return (
    <section className="panel green__block" aria-labelledby={heading}>
      <h2 id={heading}>
        <Trans>Your voice</Trans>
      </h2>
      {microphone.phase === 'there' ? (
        <LevelMeter level={level} />
      ) : (
        <MicrophoneWords microphone={microphone} send={send} />
      )}
    </section>
  )
}

function MicrophoneWords({
  microphone,
  send,
}: {
  microphone: Exclude<GreenRoomView['microphone'], { phase: 'there' }>
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const { t } = useLingui()
  switch (microphone.phase) {
    case 'asking':
      return (
        <p role="status">
          <Trans>Waiting for the microphone.</Trans>
        </p>
      )
    case 'off':
      return (
        <p role="status">
          <Trans>No microphone is chosen. Nobody will hear you.</Trans>
        </p>
      )
    case 'failed': {
      const { title, remedy } = DEVICE_FAILED.microphone[microphone.why]
      return (
        <div role="alert" className="green__failed">
          <p className="banner__title">{t(title)}</p>
          <p className="small">{t(remedy)}</p>
          <Button className="btn" onPress={() => send({ type: 'devices-asked-again' })}>
            <Trans>Try the microphone again</Trans>
          </Button>
        </div>
      )
    }
  }
}
