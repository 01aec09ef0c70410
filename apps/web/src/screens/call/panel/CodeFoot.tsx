import { Trans } from '@lingui/react/macro'
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'

/** The code of the present membership, to be read aloud at any time. */
export function CodeFoot({ code }: { code: readonly string[] }): ReactNode {
  if (code.length === 0) return undefined
  return (
    <p className="call__code">
      <ShieldCheck className="icon" aria-hidden />
      <span>
        <Trans>Call code</Trans> <span className="code">{code.join(' ')}</span>.{' '}
        <Trans>Anyone here who reads it aloud must read the same.</Trans>
      </span>
    </p>
  )
}
