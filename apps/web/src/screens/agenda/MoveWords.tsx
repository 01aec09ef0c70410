import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { MoveBy, Refused } from '../../model/agenda/partsView.ts'

/** Whose wish it is. */
export function MovedBy({ by: { name, side, isYou } }: { by: MoveBy }): ReactNode {
  if (isYou) return <Trans>You propose it.</Trans>
  return name === undefined ? (
    <Trans>By the desk: {side}.</Trans>
  ) : (
    <Trans>
      By {name}, {side}.
    </Trans>
  )
}

/** Who said no to it, or took it back. */
export function RefusedBy({
  refused: {
    by: { name, side, isYou },
    isTakenBack,
  },
}: {
  refused: Refused
}): ReactNode {
  if (isTakenBack) {
    if (isYou) return <Trans>You took it back.</Trans>
    return name === undefined ? (
      <Trans>Taken back by the desk: {side}</Trans>
    ) : (
      <Trans>
        Taken back by {name}, {side}
      </Trans>
    )
  }
  if (isYou) return <Trans>You said: not now.</Trans>
  return name === undefined ? (
    <Trans>Not now, says the desk: {side}</Trans>
  ) : (
    <Trans>
      Not now, says {name}, {side}
    </Trans>
  )
}
