import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { TypedBy } from '../../model/callFacts.ts'

/** Lines that others show as they type them. Screen readers are told the message once it is sent. */
export function BeingWritten({ typing }: { typing: readonly TypedBy[] }): ReactNode {
  const { t } = useLingui()
  if (typing.length === 0) return undefined
  return (
    <ul className="msgs__typing" aria-label={t`Being written`}>
      {typing.map(({ seat, name, text }) => (
        <li key={seat}>
          <Trans>
            <bdi>{name}</bdi> writes:
          </Trans>{' '}
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  )
}
