import type { Page } from '@playwright/test'

/** Notes in every page that opens from now on when its Join can first be pressed, on the page's own clock. */
export async function watchForUsable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = () => {
      const buttons = [...document.querySelectorAll('button')]
      const join = buttons.find((button) => button.textContent === 'Join' && !button.disabled)
      if (!join) return
      Object.assign(globalThis, { usableAtMs: performance.now() })
      watching.disconnect()
    }
    const watching = new MutationObserver(look)
    watching.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

/** How long after navigation the page could be used; waits until it can. */
export async function usableMs(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => Reflect.get(globalThis, 'usableAtMs'))
  return Number(await found.jsonValue())
}
