/** A second window of this page: nothing runs in it, this page draws into it. */
export type OtherWindow = {
  /** What is drawn stands in it. It is shown once its style is there. */
  root: HTMLElement
  /** What the window is called. */
  name: (title: string) => void
  close: () => void
}

/** Where it opens first; its holder puts it on another screen. */
const FEATURES = 'popup,width=1440,height=900'

/** What of this page's head the other has too; React Aria asks for the mark of a style that ours has. */
const HEAD =
  'meta[name=viewport], meta[name=color-scheme], #react-aria-pressable-style, link[rel=icon]'

/**
 * Opens one, in the look and the language of this page, as they change. Undefined where the browser does not
 * let it open. It closes with this page; `onClosed` is called once it is closed, however.
 */
export function openOtherWindow(onClosed: () => void): OtherWindow | undefined {
  const opened = window.open('', 'parley-second', FEATURES)
  if (!opened) return undefined
  const { document: there } = opened
  const root = there.createElement('div')
  root.id = 'root'
  there.head.replaceChildren(...copies(document.head.querySelectorAll(HEAD), there))
  there.body.replaceChildren(root)
  const ending = new AbortController()
  const { signal } = ending
  const close = (): void => {
    if (signal.aborted) return
    ending.abort()
    following.disconnect()
    opened.close()
    onClosed()
  }
  const following = new MutationObserver(() => dress(there))
  following.observe(document.documentElement, { attributes: true })
  following.observe(document.head, { childList: true })
  addEventListener('pagehide', close, { signal })
  opened.addEventListener('pagehide', close, { signal })
  root.hidden = true
  void dress(there).then(() => (root.hidden = false))
  return { root, close, name: (title) => (there.title = title) }
}

/** Gives it the attributes and the style sheets of this page; resolves once those are there, or cannot be. */
async function dress(there: Document): Promise<void> {
  for (const { name, value } of document.documentElement.attributes)
    there.documentElement.setAttribute(name, value)
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  const known = new Set([...there.querySelectorAll('link')].map(({ href }) => href))
  const fresh = copies(
    sheets.filter(({ href }) => !known.has(href)),
    there,
  )
  const loaded = fresh.map(
    (link) =>
      new Promise<unknown>((resolve) => {
        for (const is of ['load', 'error']) link.addEventListener(is, resolve, { once: true })
      }),
  )
  there.head.append(...fresh)
  await Promise.all(loaded)
}

/** Addresses are written out: an empty page has none of its own. */
function copies(elements: Iterable<Element>, there: Document): Element[] {
  return [...elements].map((element) => {
    const copy = there.importNode(element)
    if ('href' in element) copy.setAttribute('href', String(element.href))
    return copy
  })
}
