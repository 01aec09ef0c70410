import type { Page } from '@playwright/test'
import { axeLook } from '../axeLook.ts'
import { forcedLook } from './forcedLook.ts'
import { smallLook } from './smallLook.ts'

/** All that is asked of a page for whoever sees, hears or moves otherwise than most. */
export async function everyLook(page: Page, state: string): Promise<void> {
  await axeLook(page, state)
  await smallLook(page, state)
  await forcedLook(page, state)
}
