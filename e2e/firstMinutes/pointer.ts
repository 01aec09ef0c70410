import type { Locator } from '@playwright/test'
import { Hand } from './hand.ts'

/** Whoever has a mouse, and types where the text is asked for. */
export class Pointer extends Hand {
  protected override async activate(there: Locator): Promise<void> {
    await there.click()
  }

  /** What has the focus already needs no click. */
  protected override async enter(there: Locator): Promise<void> {
    const isThere = await there.evaluate((element) => element === document.activeElement)
    if (!isThere) await there.click()
  }

  protected override async turnTo(tab: Locator): Promise<void> {
    await tab.click()
  }
}
