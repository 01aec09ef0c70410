import type { Page } from '@playwright/test'

/** Notes in every page that opens from now on when it first shows so many pictures, one's own among them, on the page's own clock. */
export async function watchForPictures(page: Page, count: number): Promise<void> {
  await page.addInitScript((wanted) => {
    const look = () => {
      const shown = [...document.querySelectorAll('video')].filter(
        (video) => video.videoWidth > 0 && video.checkVisibility(),
      )
      if (shown.length < wanted) return
      Object.assign(globalThis, { othersSeenAtMs: performance.now() })
      removeEventListener('resize', look, true)
    }
    // A video says so when it has a size.
    addEventListener('resize', look, true)
  }, count)
}

/** How long after navigation that was; waits until it is. */
export async function othersSeenMs(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => Reflect.get(globalThis, 'othersSeenAtMs'))
  return Number(await found.jsonValue())
}
