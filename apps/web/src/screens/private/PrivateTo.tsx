import { Trans } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'

/** Says of a message whom alone it is for. */
export function PrivateTo({ side }: { side: string }): ReactNode {
  return (
    <p className="msg__to">
      <Lock className="icon" aria-hidden />
      <Trans>
        private to <bdi>{side}</bdi>
      </Trans>
    </p>
  )
}
