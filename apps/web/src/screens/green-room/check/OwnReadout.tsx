import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** The door to the readout of one's side, for whoever may be in its private room. */
export function OwnReadout({ onPress }: { onPress: () => void }): ReactNode {
  return (
    <p>
      <Button className="btn btn--quiet" onPress={onPress}>
        <Trans>Our side’s readout</Trans>
      </Button>
    </p>
  )
}
