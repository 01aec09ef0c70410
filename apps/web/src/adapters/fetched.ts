/** Asked again after this, and at once when the browser is connected again. Larger: one waits although the line is back. Smaller: a dead line is kept busy. */
const AGAIN_AFTER_MS = 3000

let again = Promise.withResolvers<void>()

/** Code, and the style sheets that it names. Where the line could not bring it, it is asked for again until it does. */
export function fetched<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(async () => {
    setTimeout(fetchAgain, AGAIN_AFTER_MS)
    addEventListener('online', fetchAgain)
    await again.promise
    askForStylesAgain()
    return fetched(load)
  })
}

/** Whatever waits for the line is asked for at once. */
export function fetchAgain(): void {
  again.resolve()
  again = Promise.withResolvers()
}

/** The code's loader asks for each but once, and takes one that did not come for there. */
function askForStylesAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (!link.sheet) link.replaceWith(link.cloneNode())
}
