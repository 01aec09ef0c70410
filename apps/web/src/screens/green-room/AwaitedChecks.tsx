import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../components/Status.tsx'

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

/** Shaped as whatever is awaited. */
export function NotChecked(): ReactNode {
  return (
    <Status kind="awaited">
      <Trans>Not checked yet</Trans>
    </Status>
  )
}
