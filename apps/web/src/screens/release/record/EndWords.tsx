import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { StayEnd } from '@parley/release'

/** How somebody’s stay ended. */
export function EndWords({ end }: { end: StayEnd }): ReactNode {
  switch (end) {
    case 'left':
      return <Trans>left</Trans>
    case 'silent':
      return <Trans>not heard of any more</Trans>
    case 'withdrawn':
      return <Trans>withdrawn by its own side</Trans>
    case 'expired':
      return <Trans>the pass was over</Trans>
    case 'not-agreed':
      return <Trans>not on the agreed list any more</Trans>
    case 'replaced':
      return <Trans>went on in another place</Trans>
    case 'not-said':
      return <Trans>no word of leaving</Trans>
  }
}
