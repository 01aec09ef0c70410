/** Asked again after this, and at once when the browser is connected again. Larger: one waits although the line is back. Smaller: a dead line is kept busy. */
const AGAIN_AFTER_MS = 3000

const waiting = new Set<() => void>()

/** Code, and the style sheets that it names. Where the line could not bring it, it is asked for again until it does. */
export function fetched<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(async () => {
    await pause()
    await askForStylesAgain()
    return fetched(load)
  })
}

/** Whatever waits for the line is asked for at once. */
export function fetchAgain(): void {
  for (const wake of waiting) wake()
}

async function pause(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  waiting.add(resolve)
  const timer = setTimeout(resolve, AGAIN_AFTER_MS)
  addEventListener('online', fetchAgain)
  await promise
  clearTimeout(timer)
  waiting.delete(resolve)
}

/** The code's loader asks for each but once, and takes one that did not come for there. */
async function askForStylesAgain(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  await Promise.all(
    links
      .filter(({ sheet }) => !sheet)
      .map((link) => {
        const { promise, resolve } = Promise.withResolvers<void>()
        const again = link.cloneNode() as HTMLLinkElement
        for (const type of ['load', 'error']) again.addEventListener(type, () => resolve())
        link.replaceWith(again)
        return promise
      }),
  )
}
