import { Trans } from '@lingui/react/macro'
import { MessageSquareLock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx'
import type { PrivateEvent } from '../../model/callEvent.ts'
import type { PrivateView } from '../../model/private/privateView.ts'
import { PrivateWords } from './PrivateWords.tsx'
import { useHeldKey } from './useHeldKey.ts'

/** What stands around the whole window while one speaks privately; and what is said of it to screen readers before the gate opens. */
export function PrivateFrame({
  privately,
  send,
}: {
  privately: PrivateView
  send: (event: PrivateEvent) => void
}): ReactNode {
  const { talk, speaking } = privately
  useHeldKey(privately, send)
  return (
    <>
      {talk.isShown && (
        <PrivateStrip privately={privately}>
          {talk.stays && (
            <Button
              className="private-strip__stop"
              onPress={() => send({ type: 'private-pressed', stays: true })}
            >
              <Trans>Stop</Trans>
            </Button>
          )}
          <ThemeSwitch />
        </PrivateStrip>
      )}
      <div className="sr" data-live-announcer>
        <div aria-live="assertive">
          {talk.isShown && (
            <p>
              <Trans>Private.</Trans> <PrivateWords privately={privately} />
            </p>
          )}
        </div>
        <div aria-live="polite">
          {speaking.map((name) => (
            <p key={name}>
              <Trans>{name}, privately to you</Trans>
            </p>
          ))}
        </div>
      </div>
    </>
  )
}

/** The frame around a window, and who hears what is said. */
export function PrivateStrip({
  privately,
  children,
}: {
  privately: PrivateView
  /** What can be done about it here. */
  children?: ReactNode
}): ReactNode {
  return (
    <>
      <div className="private-frame" aria-hidden />
      <header className="private-strip">
        <MessageSquareLock className="icon" aria-hidden />
        <div>
          <h1>
            <Trans>Private.</Trans>
          </h1>
          <p>
            <PrivateWords privately={privately} />
          </p>
        </div>
        {children}
      </header>
    </>
  )
}
