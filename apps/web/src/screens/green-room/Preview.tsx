import { Trans, useLingui } from '@lingui/react/macro'
import { VideoOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { GreenRoomEvent, GreenRoomView } from '../../model/greenRoomView.ts'
import { PersonPlate } from '../call/stage/PersonPlate.tsx'
import { Video } from '../call/stage/Video.tsx'
import { DEVICE_FAILED } from './deviceFailures.ts'

/** One’s own picture as the others will see it, under one’s own name plate. */
export function Preview({
  camera,
  you,
  send,
}: {
  camera: GreenRoomView['camera']
  you: GreenRoomView['you']
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <figure className="tile green__tile" aria-label={t`Your camera picture`}>
      {camera.phase === 'there' ? (
        <Video media={camera.media} isMirrored />
      ) : (
        <div className="tile__empty">
          <VideoOff className="icon green__noicon" aria-hidden />
          <CameraWords camera={camera} send={send} />
        </div>
      )}
      {(camera.phase === 'there' || camera.phase === 'off') && (
        <ToggleButton
          className="btn green__camera"
          isSelected={camera.phase === 'there'}
          onChange={() => send({ type: 'camera-pressed' })}
        >
          {camera.phase === 'off' ? <Trans>Camera off</Trans> : <Trans>Camera on</Trans>}
        </ToggleButton>
      )}
      <PersonPlate person={{ ...you, isYou: false }} side={you.side} />
    </figure>
  )
}

function CameraWords({
  camera,
  send,
}: {
  camera: Exclude<GreenRoomView['camera'], { phase: 'there' }>
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  const { t } = useLingui()
  switch (camera.phase) {
    case 'asking':
      return (
        <p role="status">
          <Trans>
            The browser asks whether Parley may use your camera and microphone. Allow both.
          </Trans>
        </p>
      )
    case 'off':
      return (
        <p role="status">
          <Trans>Your camera is off.</Trans>
        </p>
      )
    case 'failed': {
      const { title, remedy } = DEVICE_FAILED.camera[camera.why]
      return (
        <div role="alert" className="green__failed">
          <p className="banner__title">{t(title)}</p>
          <p className="small">{t(remedy)}</p>
          <Button className="btn" onPress={() => send({ type: 'devices-asked-again' })}>
            <Trans>Try the camera again</Trans>
          </Button>
        </div>
      )
    }
  }
}
