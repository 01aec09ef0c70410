import { Trans } from '@lingui/react/macro'
import { MessageSquareLock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Display } from '../../model/callDisplay.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { PrivateView } from '../../model/private/privateView.ts'
import { useHold } from './useHold.ts'

/**
 * Says whether one speaks privately. On a room display it is held to speak; beside the panel, which has
 * the larger button, it shows that, and stops a talk that stays.
 */
export function PrivateControl({
  privately: { talk, unavailable },
  display,
  send,
}: {
  privately: PrivateView
  display: Display
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const hold = useHold(send)
  const isRoom = display === 'room'
  const isOn = talk.is === 'speaking'
  const show = () => {
    if (talk.stays) return send({ type: 'private-pressed', stays: true })
    return send({ type: 'panel-chosen', panel: 'private' })
  }
  return (
    <button
      type="button"
      className="ctl ctl--private"
      aria-pressed={isOn}
      data-on={isOn || undefined}
      disabled={isRoom && unavailable !== undefined && talk.is === 'none'}
      {...(isRoom ? hold : { onClick: show })}
    >
      <MessageSquareLock className="icon" aria-hidden />
      {isOn ? <Trans>Private, on</Trans> : <Trans>Private</Trans>}
    </button>
  )
}
