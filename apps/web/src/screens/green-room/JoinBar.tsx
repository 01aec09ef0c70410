import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import type { GreenRoomCall, GreenRoomEvent, Loading } from '../../model/greenRoomView.ts'
import { NOT_ADMITTED } from './notAdmitted.ts'

/** The one way in. */
export function JoinBar({
  call,
  send,
  children,
}: {
  call: GreenRoomCall
  send: (event: GreenRoomEvent) => void
  /** What else can be done, below its sentence. */
  children: ReactNode
}): ReactNode {
  const isJoining = call.phase === 'joining'
  return (
    <div className="green__join">
      <div>
        {call.phase === 'away' ? (
          <Banner kind="caution" title={<Trans>The server is not answering.</Trans>}>
            <Trans>You can join as soon as it is back.</Trans>
          </Banner>
        ) : (
          <p className="small" role="status">
            <JoinWords call={call} />
          </p>
        )}
        {children}
      </div>
      <Button
        className="btn btn--primary btn--large"
        isDisabled={call.phase !== 'ready' && call.phase !== 'not-loaded' && !isJoining}
        // A button that is not disabled keeps the focus.
        aria-disabled={isJoining}
        onPress={() => send({ type: 'join-pressed' })}
      >
        {isJoining ? <Trans>Joining</Trans> : <Trans>Join</Trans>}
      </Button>
    </div>
  )
}

function JoinWords({ call }: { call: Exclude<GreenRoomCall, { phase: 'away' }> }): ReactNode {
  const { t } = useLingui()
  switch (call.phase) {
    case 'ready':
      return <Trans>You go in with the microphone closed.</Trans>
    case 'joining':
      return call.loading ? (
        <LoadingWords loading={call.loading} />
      ) : (
        <Trans>Making keys with everyone who is there.</Trans>
      )
    case 'not-loaded':
      return <Trans>The call could not be loaded: the line may be lost. Join again.</Trans>
    case 'refused':
      return t(NOT_ADMITTED[call.why])
  }
}

function LoadingWords({ loading: { done, of } }: { loading: Loading }): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <Trans>The call is being loaded.</Trans>
      <progress className="green__progress" value={done} max={of} aria-label={t`Loading`} />
    </>
  )
}
