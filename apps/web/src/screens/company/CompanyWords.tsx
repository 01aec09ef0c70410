import { Trans } from '@lingui/react/macro'
import type { Companion } from '@parley/call'
import type { ReactNode } from 'react'
import { companionWords } from '../../model/company.ts'
import { useNames } from '../call/sentences/useNames.ts'

/** Who was declared to be in somebody's room, in one line. */
export function CompanyWords({ company }: { company: readonly Companion[] }): ReactNode {
  const join = useNames()
  if (company.length === 0) return <Trans>nobody else in the room</Trans>
  return (
    <Trans>
      in the room: <bdi>{join(company.map(companionWords))}</bdi>
    </Trans>
  )
}
