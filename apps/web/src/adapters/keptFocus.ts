/** What focus can fall back to: something that says what it is about. */
const AROUND = 'section, form, fieldset, main, [role="tabpanel"], [role="group"]'

/**
 * Focus whose element is taken from the page, such as a button that did its work, goes to the nearest thing
 * around it that is still there, and to what the page is about if nothing is: else whoever uses the keyboard
 * begins again at the top. What never had the focus does not get it.
 */
export function keepFocus(page: HTMLElement): void {
  let path: readonly Element[] = []
  page.addEventListener('focusin', ({ target }) => (path = around(target as Element)))
  page.addEventListener('focusout', () =>
    queueMicrotask(() => {
      if (isThere(path[0]) && path[0] !== document.activeElement) path = []
    }),
  )
  new MutationObserver(() => {
    if (document.activeElement !== document.body || !path[0] || isThere(path[0])) return
    const shown = page.querySelectorAll(`main, main :is(${AROUND})`)
    fallTo([...path, ...shown].find((element) => element.matches(AROUND) && isThere(element)))
    // A screen that waited is shown by its style alone.
  }).observe(page, { childList: true, subtree: true, attributeFilter: ['style'] })
}

/** The element and all around it, the nearest first. */
function around(element: Element): readonly Element[] {
  const parent = element.parentElement
  return [element, ...(parent ? around(parent) : [])]
}

/** What waits out of sight is not there, nor is what has no box: neither takes the focus. */
function isThere(element: Element | undefined): boolean {
  return element?.isConnected === true && element.checkVisibility()
}

function fallTo(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
