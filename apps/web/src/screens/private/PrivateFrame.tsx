import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquareLock, TriangleAlert } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx'
import type { PrivateEvent } from '../../model/callEvent.ts'
import type { PrivateView } from '../../model/private/privateView.ts'
import { useNames } from '../call/sentences/useNames.ts'
import { PrivateWords } from './PrivateWords.tsx'
import { PRIVATE_ENDED } from './sentences.ts'
import { useHeldKey } from './useHeldKey.ts'

/** What stands around the whole window while one speaks privately, and what is said beside the call of one's own side's room. */
export function PrivateFrame({
  privately,
  send,
}: {
  privately: PrivateView
  send: (event: PrivateEvent) => void
}): ReactNode {
  const { talk, speaking, forked } = privately
  const join = useNames()
  useHeldKey(privately, send)
  return (
    <>
      {talk.isShown && (
        <>
          <div className="private-frame" aria-hidden />
          <div className="private-strip">
            <MessageSquareLock className="icon" aria-hidden />
            <p>
              <b>
                <Trans>Private.</Trans>
              </b>{' '}
              <PrivateWords privately={privately} />
            </p>
            {talk.stays && (
              <Button
                className="private-strip__stop"
                onPress={() => send({ type: 'private-pressed', stays: true })}
              >
                <Trans>Stop</Trans>
              </Button>
            )}
            <ThemeSwitch />
          </div>
        </>
      )}
      {!talk.isShown && (speaking.length > 0 || forked.length > 0) && (
        <div className="private-told">
          {speaking.length > 0 && (
            <p className="private-told__voice">
              <MessageSquareLock className="icon" aria-hidden />
              <Trans>{join(speaking)}, privately to you</Trans>
            </p>
          )}
          {forked.length > 0 && <Forked names={join(forked)} />}
        </div>
      )}
      <Said privately={privately} />
    </>
  )
}

function Forked({ names }: { names: string }): ReactNode {
  return (
    <div className="banner banner--danger" role="alert">
      <TriangleAlert className="icon" aria-hidden />
      <div>
        <p className="banner__title">
          <Trans>Not everyone of your side is in the same call: {names}</Trans>
        </p>
        <p className="small">
          <Trans>
            The server shows you two different rooms under one name. Read the call code to each
            other, and ring your desk.
          </Trans>
        </p>
      </div>
    </div>
  )
}

/** How long what ended a talk is said. Larger: it is read as being so now. Smaller: it is not read. */
const ENDED_SAID_MS = 8000

/** To screen readers before the gate opens, and to all once something else than its holder has ended a talk. */
function Said({ privately }: { privately: PrivateView }): ReactNode {
  const { talk, speaking, endedBy } = privately
  return (
    <>
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
      <div className="private-told__last" aria-live="assertive" data-live-announcer>
        {endedBy !== undefined && !talk.isShown && <Ended key={endedBy} by={endedBy} />}
      </div>
    </>
  )
}

function Ended({ by }: { by: NonNullable<PrivateView['endedBy']> }): ReactNode {
  const { t } = useLingui()
  const [isSaid, say] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => say(false), ENDED_SAID_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSaid && <p className="private-told__ended">{t(PRIVATE_ENDED[by])}</p>
}
