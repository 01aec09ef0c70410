import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { GreenRoomCall, GreenRoomEvent } from '../../model/greenRoomView.ts'

/** The one way in. */
export function JoinBar({
  call,
  send,
}: {
  call: GreenRoomCall
  send: (event: GreenRoomEvent) => void
}): ReactNode {
  return (
    <div className="green__join">
      <p className="small" role="status">
        <JoinWords call={call} />
      </p>
      <Button
        className="btn btn--primary btn--large"
        isDisabled={call.phase !== 'ready'}
        onPress={() => send({ type: 'join-pressed' })}
      >
        {call.phase === 'joining' ? <Trans>Joining</Trans> : <Trans>Join</Trans>}
      </Button>
    </div>
  )
}

function JoinWords({ call }: { call: GreenRoomCall }): ReactNode {
  switch (call.phase) {
    case 'checking':
      return <Trans>Checking who is agreed.</Trans>
    case 'ready':
      return <Trans>You go in with the microphone closed.</Trans>
    case 'joining':
      return <Trans>Making keys with everyone who is there.</Trans>
    case 'away':
      return <Trans>The server is not answering. You can join as soon as it is back.</Trans>
    case 'refused':
      return <RefusedWords why={call.why} />
  }
}

function RefusedWords({
  why,
}: {
  why: Extract<GreenRoomCall, { phase: 'refused' }>['why']
}): ReactNode {
  switch (why) {
    case 'not-agreed':
      return <Trans>Not all sides have agreed on your seat yet. Ask your desk.</Trans>
    case 'withdrawn':
      return <Trans>Your desk has withdrawn your seat. Ask your desk.</Trans>
    case 'expired':
      return <Trans>Your pass has expired. Ask your desk for a new one.</Trans>
    case 'early':
      return <Trans>Your pass is not valid yet. Wait, or ask your desk.</Trans>
    case 'open-elsewhere':
      return <Trans>Your seat is open in another window of this browser. Close it first.</Trans>
  }
}
