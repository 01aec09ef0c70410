import { createContext, type ReactNode } from 'react'

/** What screen readers say by themselves: behind a dialog nothing is read, so each dialog has it, too. */
export const AnnouncersContext = createContext<ReactNode>(null)
