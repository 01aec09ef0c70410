import type { Locator, Page } from '@playwright/test'
import type { Names } from './names.ts'

/** What a screen reader says that something is. */
export type Kind = 'button' | 'textbox' | 'tab' | 'img'

/** Somebody at a page, who finds everything by what it is and what it is called. English names are looked up in the language of the page. */
export abstract class Hand {
  readonly page: Page
  readonly #names: Names
  #longestWait = { forWhat: 'nothing', ms: 0 }

  constructor(page: Page, names: Names) {
    this.page = page
    this.#names = names
  }

  /** How long the next thing to do took to be there, at most. */
  get longestWait(): Readonly<{ forWhat: string; ms: number }> {
    return this.#longestWait
  }

  find(kind: Kind, english: string, value?: string): Locator {
    return this.page.getByRole(kind, { name: this.#names.of(english, value) })
  }

  async press(english: string, value?: string): Promise<void> {
    await this.activate(await this.#there(english, this.find('button', english, value)))
  }

  async write(english: string, text: string, value?: string): Promise<void> {
    await this.enter(await this.#there(english, this.find('textbox', english, value)))
    await this.page.keyboard.type(text)
  }

  /** A passphrase: browsers give its field no role, and so only its name finds it. */
  async writeSecret(english: string, text: string): Promise<void> {
    const field = this.page.getByLabel(this.#names.of(english))
    await this.enter(await this.#there(english, field))
    await this.page.keyboard.type(text)
  }

  /** Chooses a file, which browsers give no role to either. */
  async choose(english: string, path: string): Promise<void> {
    // Listened for in good time: what opens while Playwright only begins to listen is missed.
    const chooser = this.page.waitForEvent('filechooser')
    const field = await this.#there(english, this.page.getByLabel(this.#names.of(english)))
    await this.activate(field)
    await (await chooser).setFiles(path)
  }

  async paste(english: string, text: string): Promise<void> {
    await this.enter(await this.#there(english, this.find('textbox', english)))
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.page.keyboard.press('Control+V')
  }

  /** The text of a field to hand on, by the button that copies it. */
  async copy(english: string, value?: string): Promise<string> {
    const name = `^${this.#names.pattern('Copy')} ${this.#names.pattern(english, value)}$`
    const button = this.page.getByRole('button', { name: new RegExp(name) })
    await this.activate(await this.#there(english, button))
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async openTab(english: string): Promise<void> {
    await this.turnTo(await this.#there(english, this.find('tab', english)))
  }

  /** Presses what is there. */
  protected abstract activate(there: Locator): Promise<void>
  /** Goes to a field, to write in it. */
  protected abstract enter(there: Locator): Promise<void>
  /** Chooses a tab. */
  protected abstract turnTo(tab: Locator): Promise<void>

  async #there(english: string, there: Locator): Promise<Locator> {
    const from = performance.now()
    await there.waitFor()
    const ms = performance.now() - from
    if (ms > this.#longestWait.ms) this.#longestWait = { forWhat: english, ms: Math.round(ms) }
    return there
  }
}
