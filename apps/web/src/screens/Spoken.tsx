import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { LANGUAGES } from '../language/languages.ts'
import { words } from '../language/spoken.ts'

/** Lets the parts of React Aria speak, and turn their arrow keys, as the page does. */
export function Spoken({ children }: { children: ReactNode }): ReactNode {
  useLingui()
  return <I18nProvider locale={LANGUAGES[words.language].formats}>{children}</I18nProvider>
}
