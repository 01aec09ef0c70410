import { Trans, useLingui } from '@lingui/react/macro'
import { LogOut, MessageSquareLock, MonitorUp, Settings2, Video, VideoOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { Languages } from './LanguagesOnDemand.tsx'
import { MicrophoneControl } from './MicrophoneControl.tsx'
import { PrivatePart } from './PrivatePart.tsx'

/** What one does in a call. A control says what is; only the way out names a deed. */
export function Controls({
  view,
  send,
}: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { microphone, camera, screen, listening, display } = view
  return (
    <div className="call__controls" role="group" aria-label={t`Call controls`}>
      <MicrophoneControl microphone={microphone} send={send} />
      <ToggleButton
        className={`ctl ${camera === 'off' ? 'ctl--off' : 'ctl--live'}`}
        isSelected={camera !== 'off'}
        onChange={() => send({ type: 'camera-pressed' })}
      >
        {camera === 'off' ? (
          <VideoOff className="icon" aria-hidden />
        ) : (
          <Video className="icon" aria-hidden />
        )}
        <CameraWord camera={camera} />
      </ToggleButton>
      {listening && (
        <Languages part="control" listening={listening} display={display} send={send} />
      )}
      {screen !== 'unavailable' && (
        <ToggleButton
          className={`ctl ${screen === 'on' ? 'ctl--live' : ''}`}
          isSelected={screen === 'on'}
          onChange={() => send({ type: 'screen-pressed' })}
        >
          <MonitorUp className="icon" aria-hidden />
          {screen === 'on' ? <Trans>You share</Trans> : <Trans>Share screen</Trans>}
        </ToggleButton>
      )}
      <Button className="ctl" onPress={() => send({ type: 'dialog-opened', dialog: 'devices' })}>
        <Settings2 className="icon" aria-hidden />
        <Trans>Devices</Trans>
      </Button>
      <PrivatePart place="controls" view={view} send={send}>
        <button type="button" className="ctl ctl--private" disabled>
          <MessageSquareLock className="icon" aria-hidden />
          <Trans>Private</Trans>
        </button>
      </PrivatePart>
      <Button
        className="ctl ctl--leave"
        onPress={() => send({ type: 'dialog-opened', dialog: 'leave' })}
      >
        <LogOut className="icon" aria-hidden />
        <Trans>Leave</Trans>
      </Button>
    </div>
  )
}

function CameraWord({ camera }: { camera: CallView['camera'] }): ReactNode {
  switch (camera) {
    case 'on':
      return <Trans>Camera on</Trans>
    case 'starting':
      return <Trans>Camera starts</Trans>
    case 'off':
      return <Trans>Camera off</Trans>
  }
}
