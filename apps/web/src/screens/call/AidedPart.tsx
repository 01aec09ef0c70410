import { Suspense, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { CallDialogBox } from './dialogs/CallDialogBox.tsx'
import { onDemand } from '../onDemand.tsx'

const { Screen, load } = onDemand(
  'aide',
  async () => (await import('../aide/AidedParts.tsx')).AidedParts,
)

/** Loads its screens ahead. */
export const loadAided: () => Promise<void> = load

/** What the screen shows of the aide's console of its seat, once there is one. */
export function AidedPart({
  view: { aided },
  send,
}: {
  view: Pick<CallView, 'aided'>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    aided && (
      <Suspense>
        <Screen aided={aided} Box={CallDialogBox} send={send} />
      </Suspense>
    )
  )
}
