import { Trans } from '@lingui/react/macro'
import { Mic, MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PrivateEvent } from '../../model/callEvent.ts'
import type { PrivateView } from '../../model/private/privateView.ts'
import { PRIVATE_KEY } from './useHeldKey.ts'
import { useHold } from './useHold.ts'

/** The button that one holds to speak to one's own side. */
export function PushToTalk({
  privately: { talk, unavailable },
  send,
}: {
  privately: PrivateView
  send: (event: PrivateEvent) => void
}): ReactNode {
  const hold = useHold(send)
  const isOff = unavailable !== undefined && talk.is === 'none'
  return (
    <button
      type="button"
      className="ptt"
      aria-pressed={talk.is === 'speaking'}
      aria-describedby={PRIVATE_WHY_ID}
      aria-keyshortcuts={PRIVATE_KEY}
      data-talk={talk.is}
      disabled={isOff}
      {...hold}
    >
      {talk.is === 'speaking' ? (
        <Mic className="icon" aria-hidden />
      ) : (
        <MicOff className="icon" aria-hidden />
      )}
      <b>
        <TalkWords talk={talk} />
      </b>
      <span>
        <HowWords talk={talk} />
      </span>
    </button>
  )
}

/** Names the line that says why one cannot speak. */
export const PRIVATE_WHY_ID = 'private-why'

function TalkWords({ talk }: { talk: PrivateView['talk'] }): ReactNode {
  switch (talk.is) {
    case 'none':
      return <Trans>Private microphone closed</Trans>
    case 'opening':
      return <Trans>Private microphone opening</Trans>
    case 'speaking':
      return talk.to === undefined ? (
        <Trans>You are speaking privately</Trans>
      ) : (
        <Trans>You are whispering</Trans>
      )
    case 'ending':
      return <Trans>Private microphone closing</Trans>
  }
}

function HowWords({ talk }: { talk: PrivateView['talk'] }): ReactNode {
  if (talk.is === 'none')
    return (
      <Trans>
        Hold to speak, or hold <kbd>{PRIVATE_KEY}</kbd>.
      </Trans>
    )
  return talk.stays ? <Trans>Press again to stop.</Trans> : <Trans>Let go to stop.</Trans>
}
