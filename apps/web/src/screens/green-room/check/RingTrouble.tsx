import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { TelephoneLink } from '../../../components/TelephoneLink.tsx'
import type { GreenRoomView } from '../../../model/greenRoomView.ts'

/** Offers to ring one's own desk while one cannot go in. Nothing, where its number is not known. */
export function RingTrouble({
  view: { call, telephone },
}: {
  view: Pick<GreenRoomView, 'call' | 'telephone'>
}): ReactNode {
  const isOpen = call.phase === 'ready' || call.phase === 'joining'
  if (isOpen || telephone === undefined) return null
  return (
    <p className="check__ring">
      <TelephoneLink className="btn ring" number={telephone}>
        <Trans>Ring our desk</Trans>
      </TelephoneLink>
    </p>
  )
}
