import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** What will be looked at besides the voice, in the place where it will be said. */
export function AwaitedChecks(): ReactNode {
  return (
    <dl className="checks small">
      <dt>
        <Trans>Your picture</Trans>
      </dt>
      <dd>
        <NotChecked />
      </dd>
      <dt>
        <Trans>Your speaker</Trans>
      </dt>
      <dd>
        <NotChecked />
      </dd>
      <dt>
        <Trans>Your line</Trans>
      </dt>
      <dd>
        <NotChecked />
      </dd>
    </dl>
  )
}

/** With the shape of whatever is awaited, drawn by style: the four shapes come with what is measured. */
export function NotChecked(): ReactNode {
  return (
    <span className="status green__unchecked">
      <Trans>Not checked yet</Trans>
    </span>
  )
}
