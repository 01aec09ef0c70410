import { Suspense, type ReactNode } from 'react'
import { onDemand } from '../onDemand.tsx'
import type { LanguagePartProps } from './languages/LanguagePart.tsx'

const part = onDemand(
  'messages',
  async () => (await import('./languages/LanguagePart.tsx')).LanguagePart,
)

/** Before it is shown for the first time. */
export const loadLanguages = part.load

/** A place where the call shows its interpretation. Until its code is there it is empty, and hides nothing. */
export function Languages(props: LanguagePartProps): ReactNode {
  return (
    <Suspense>
      <part.Screen {...props} />
    </Suspense>
  )
}
