import type { ReactNode } from 'react'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

/** What can be changed about every page outside a call: its language, and paper or a dark room. */
export function PageSwitches(): ReactNode {
  return (
    <div className="switches">
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
  )
}
