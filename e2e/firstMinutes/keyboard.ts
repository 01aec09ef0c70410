import { expect, type Locator } from '@playwright/test'
import { Hand } from './hand.ts'

/** More stops than any page has. */
const STOPS = 120

/** Whoever has no mouse: Tab, Enter, arrows, and letters. */
export class Keyboard extends Hand {
  #hasBegun = false

  protected override async activate(there: Locator): Promise<void> {
    await this.enter(there)
    await this.page.keyboard.press('Enter')
  }

  /** From where the focus is, which a change of the page must not have lost. */
  protected override async enter(there: Locator): Promise<void> {
    if (this.#hasBegun) await this.expectFocus()
    this.#hasBegun = true
    const isThere = () => there.evaluate((element) => element === document.activeElement)
    for (let stops = 0; stops < STOPS; stops++) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      if (await isThere()) return
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${String(there)} is not reached by Tab`)
  }

  /** The list of tabs is one stop; its arrow keys follow the script. */
  protected override async turnTo(tab: Locator): Promise<void> {
    await this.enter(this.page.getByRole('tab', { selected: true }))
    const isLeftward = await this.page.evaluate(() => document.dir === 'rtl')
    await this.page.keyboard.press(isLeftward ? 'ArrowLeft' : 'ArrowRight')
    await expect(tab).toBeFocused()
  }

  /** Focus on the body of a page is focus that was lost. */
  async expectFocus(): Promise<void> {
    const focused = await this.page.evaluate(() => document.activeElement?.tagName ?? 'BODY')
    expect(focused, `The focus, on a page that says: ${await this.#heads()}`).not.toBe('BODY')
  }

  async #heads(): Promise<string> {
    return (await this.page.getByRole('heading').allInnerTexts()).join('; ')
  }
}
