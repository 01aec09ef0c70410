import { Trans } from '@lingui/react/macro'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'

/** Whether what is said now may be released later, if all sides agree. On a telephone its lock alone says it to eyes. */
export function PartMark({ isOpen }: { isOpen: boolean }): ReactNode {
  return (
    <span className={`agenda-part badge ${isOpen ? 'badge--open' : 'badge--closed'}`}>
      {isOpen ? <LockOpen className="icon" aria-hidden /> : <Lock className="icon" aria-hidden />}
      <span className="call__words">
        {isOpen ? <Trans>Open part</Trans> : <Trans>Closed part</Trans>}
      </span>
    </span>
  )
}
