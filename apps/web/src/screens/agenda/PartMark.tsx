import { Trans } from '@lingui/react/macro'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'

/** Whether what is said in a part may be released later, if all sides agree: a plain box and an open lock, or a hatched one and a closed lock. */
export function PartMark({ isOpen }: { isOpen: boolean }): ReactNode {
  return (
    <span className={`agenda-part badge ${isOpen ? 'badge--open' : 'badge--closed'}`}>
      {isOpen ? <LockOpen className="icon" aria-hidden /> : <Lock className="icon" aria-hidden />}
      {isOpen ? <Trans>Open part</Trans> : <Trans>Closed part</Trans>}
    </span>
  )
}
