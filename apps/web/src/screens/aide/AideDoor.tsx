import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { AideEvent, AideView } from '../../model/aide/aideView.ts'

/** One click leads in. Who comes in is seen in the room. */
export function AideDoor({
  view,
  send,
}: {
  view: Exclude<AideView, { phase: 'in' }>
  send: (event: AideEvent) => void
}): ReactNode {
  const isEntering = view.phase === 'entering'
  return (
    <section className="panel aide__door">
      {view.phase === 'ended' ? (
        <p role="status">
          <Trans>This console is no longer connected.</Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Here you set what the display shows, what is heard there, and its camera. You can ask
            for the microphone.
          </Trans>
        </p>
      )}
      <p className="muted">
        <Trans>
          Whoever sits there sees that you are connected. This device sends neither picture nor
          sound.
        </Trans>
      </p>
      <Button
        className="btn btn--primary btn--large"
        // A button that is not disabled keeps the focus.
        aria-disabled={isEntering}
        onPress={() => isEntering || send({ type: 'enter-pressed' })}
      >
        {isEntering ? <Trans>Connecting</Trans> : <Trans>Connect to the display</Trans>}
      </Button>
    </section>
  )
}
