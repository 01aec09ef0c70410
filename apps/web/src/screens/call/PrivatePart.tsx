import { Suspense, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { onDemand } from '../onDemand.tsx'
import type { PrivatePlace } from '../private/PrivateParts.tsx'

const { Screen, load } = onDemand(
  'private',
  async () => (await import('../private/PrivateParts.tsx')).PrivateParts,
)

/** Loads its screens ahead. */
export const loadPrivate: () => Promise<void> = load

/** One's own side's room at that place, once there is one; until then its children. */
export function PrivatePart({
  children,
  ...shown
}: {
  place: PrivatePlace
  view: Pick<CallView, 'privately' | 'display' | 'messages'>
  send: (event: CallScreenEvent) => void
  children?: ReactNode
}): ReactNode {
  if (!shown.view.privately) return children
  return (
    <Suspense fallback={children}>
      <Screen {...shown}>{children}</Screen>
    </Suspense>
  )
}
