import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** Loads the page anew, where that may help. */
export function LoadAgain(): ReactNode {
  return (
    <Button className="btn btn--primary" onPress={() => location.reload()}>
      <Trans>Load this page again</Trans>
    </Button>
  )
}
