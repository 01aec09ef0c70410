import { setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Between two presses: what the one before brought is painted, and the next is no double click. */
const BETWEEN_PRESSES_MS = 300

/** What people press in a call: microphone, panels, dialogs and how the call is shown, each back again. */
export async function pressThrough(page: Page): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const tab = (name: string | RegExp) => page.getByRole('tab', { name })
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const presses = [
    () => button(/^Mic closed/).click(),
    () => button(/^Mic open/).click(),
    () => tab('Messages').click(),
    () => tab('People').click(),
    () => button('Devices').click(),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => button(/^Everyone here is on the agreed list/).click(),
    () => page.keyboard.press('Escape'),
    () => button('Leave').click(),
    () => button('Stay').click(),
    () => button('Delegation view').click(),
    () => button('Room display').click(),
  ]
  for (const press of presses) {
    await press()
    await after(BETWEEN_PRESSES_MS)
  }
}
