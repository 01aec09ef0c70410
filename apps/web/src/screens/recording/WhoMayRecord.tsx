import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useNames } from '../call/sentences/useNames.ts'

/** Before anything is recorded: by whom the open parts are. Nothing where nobody is agreed to. */
export function WhoMayRecord({
  seats,
}: {
  seats: readonly { name: string; side: string }[]
}): ReactNode {
  const join = useNames()
  if (seats.length === 0) return undefined
  const names = join(seats.map(({ name, side }) => `${name} (${side})`))
  return <Trans>This call’s open parts are recorded by {names}. Closed parts are not.</Trans>
}
