import { Trans, useLingui } from '@lingui/react/macro'
import type { Ordered } from '@parley/call'
import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { AideDisplay, AideEvent, AideView } from '../../model/aide/aideView.ts'

/** The microphone of the display, which opens only as the room or the plan will have it, and its camera. */
export function AideMicrophone({
  display,
  opens,
  order,
  send,
}: {
  display: AideDisplay
  opens: AideView['opens']
  order: Ordered | undefined
  send: (event: AideEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const captionId = useId()
  const { microphone, camera } = display
  const isOpen = microphone === 'open'
  const isAsked = order?.is === 'asked' && microphone === 'closed'
  return (
    <section className="panel aide__part" aria-label={t`Microphone and camera`}>
      <div className="aide__pair">
        <ToggleButton
          className={`ctl ${isOpen ? 'ctl--live' : 'ctl--off'}`}
          isSelected={isOpen}
          isDisabled={microphone === 'private' || microphone === 'unavailable'}
          aria-describedby={captionId}
          onChange={() => send({ type: 'microphone-pressed' })}
        >
          {isOpen ? <Mic className="icon" aria-hidden /> : <MicOff className="icon" aria-hidden />}
          {isOpen ? <Trans>Mic open</Trans> : <Trans>Mic closed</Trans>}
        </ToggleButton>
        <ToggleButton
          className={`ctl ${camera === 'off' ? 'ctl--off' : 'ctl--live'}`}
          isSelected={camera === 'on'}
          onChange={() => send({ type: 'camera-pressed' })}
        >
          {camera === 'off' ? (
            <VideoOff className="icon" aria-hidden />
          ) : (
            <Video className="icon" aria-hidden />
          )}
          {camera === 'off' ? <Trans>Camera off</Trans> : <Trans>Camera on</Trans>}
        </ToggleButton>
      </div>
      <p className="small" id={captionId}>
        <MicrophoneWords microphone={microphone} opens={opens} />
      </p>
      {isAsked && (
        <Button className="btn" onPress={() => send({ type: 'asking-taken-back' })}>
          <Trans>Take the question back</Trans>
        </Button>
      )}
    </section>
  )
}

function MicrophoneWords({
  microphone,
  opens,
}: {
  microphone: AideDisplay['microphone']
  opens: AideView['opens']
}): ReactNode {
  switch (microphone) {
    case 'open':
      return (
        <Trans>Everybody in the call hears the room. A press closes the microphone at once.</Trans>
      )
    case 'private':
      return <Trans>They speak privately in the room. The microphone is theirs alone now.</Trans>
    case 'unavailable':
      return <Trans>The display is on its way into the call.</Trans>
    case 'closed':
      return opens === 'at-once' ? (
        <Trans>A press opens the microphone at once, as every side agreed in the plan.</Trans>
      ) : (
        <Trans>A press asks whoever sits there. The microphone opens once they press, too.</Trans>
      )
  }
}
