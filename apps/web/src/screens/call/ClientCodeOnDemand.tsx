import { Suspense, type ReactNode } from 'react'
import { onDemand } from '../onDemand.tsx'

const part = onDemand(
  'messages',
  async () => (await import('../client/ClientCodeLine.tsx')).ClientCodeLine,
)

/** Before it is shown for the first time. */
export const loadClientCode = part.load

/** The code of the build that this page is of. Until its code is there it is empty. */
export function ClientCode(): ReactNode {
  return (
    <Suspense>
      <part.Screen />
    </Suspense>
  )
}
