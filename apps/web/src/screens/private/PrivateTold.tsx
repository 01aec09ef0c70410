import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquareLock, TriangleAlert } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { PrivateView } from '../../model/private/privateView.ts'
import { useNames } from '../call/sentences/useNames.ts'
import { PRIVATE_ENDED } from './sentences.ts'

/** How long what ended a talk is said. Larger: it is read as being so now. Smaller: it is not read. */
const ENDED_SAID_MS = 8000

/** What is told beside the pictures: that somebody's plenary is another, who speaks privately to one, and what ended one's own talk. */
export function PrivateTold({
  privately: { talk, speaking, forked, endedBy },
}: {
  privately: PrivateView
}): ReactNode {
  const join = useNames()
  return (
    <>
      {forked.length > 0 && <Forked names={join(forked)} />}
      <div className="private-told" aria-live="assertive">
        {endedBy !== undefined && !talk.isShown && <Ended key={endedBy} by={endedBy} />}
      </div>
      {speaking.length > 0 && !talk.isShown && (
        <p className="private-told private-told__voice">
          <MessageSquareLock className="icon" aria-hidden />
          <Trans>{join(speaking)}, privately to you</Trans>
        </p>
      )}
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

function Ended({ by }: { by: NonNullable<PrivateView['endedBy']> }): ReactNode {
  const { t } = useLingui()
  const [isSaid, say] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => say(false), ENDED_SAID_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSaid && <p className="private-told__ended">{t(PRIVATE_ENDED[by])}</p>
}
