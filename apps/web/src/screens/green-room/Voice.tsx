import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Level } from '../../model/greenRoomLevel.ts'
import type { GreenRoomEvent, GreenRoomView } from '../../model/greenRoomView.ts'
import { DEVICE_FAILED } from './deviceFailures.ts'
import { NotChecked } from './AwaitedChecks.tsx'
import { LevelMeter } from './LevelMeter.tsx'
import { AwaitedSpectrum, SpectrumFrame } from './SpectrumFrame.tsx'
import type { ShownChecks } from './useChecks.ts'

/** How loud one is at once; how one sounds, and what to do about it, once that is measured. */
export function Voice({
  microphone,
  level,
  measured,
  send,
}: {
  microphone: GreenRoomView['microphone']
  level: ReadonlySignal<Level>
  measured: ShownChecks | undefined
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const heading = useId()
  const isThere = microphone.phase === 'there'
  return (
    <section className="panel green__block" aria-labelledby={heading}>
      <div className="green__voice">
        <h2 id={heading}>
          <Trans>Your voice</Trans>
        </h2>
        {isThere &&
          (measured ? (
            <measured.parts.VoiceBandNow checks={measured.checks} />
          ) : (
            <span className="small">
              <NotChecked />
            </span>
          ))}
      </div>
      {(isThere || microphone.phase === 'asking') && (
        <div className="green__spectrum">
          {isThere && measured ? (
            <measured.parts.VoiceSpectrumNow checks={measured.checks} frame={<SpectrumFrame />} />
          ) : (
            <AwaitedSpectrum />
          )}
        </div>
      )}
      {isThere ? (
        <LevelMeter level={level}>
          {measured && <measured.parts.VoiceWordsNow checks={measured.checks} />}
        </LevelMeter>
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
        <p role="status" className="green__awaited">
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
