/**
 * Runs in the page: the words that come from no catalogue, as what they are in and what they say. What the
 * people wrote themselves, what a browser formats and what a key is called is marked in the page, and passed over.
 */
export function unpaddedWords({ from, to }: { from: string; to: string }): string[] {
  const DATA = 'bdi, kbd, time, .code, [dir="auto"], [lang]:not(html), noscript, script, style'
  const SAID = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt']
  /** The way out of a dialog for a screen reader, named by React Aria in the language of the page. */
  const OF_REACT_ARIA = 'button[tabindex="-1"]'
  const LETTER = /\p{L}/u
  const found: string[] = []
  const all = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  )
  let depth = 0
  for (let node = all.nextNode(); node; node = all.nextNode())
    if (node instanceof Element) lookAtAttributes(node)
    else if (node.parentElement && !node.parentElement.closest(DATA)) lookAtText(node)
  return [...new Set(found)]

  function lookAtText(text: Node): void {
    for (const piece of (text.nodeValue ?? '').split(new RegExp(`(${from}|${to})`)))
      if (piece === from) depth += 1
      else if (piece === to) depth -= 1
      else if (depth === 0 && LETTER.test(piece))
        found.push(`${placeOf(text.parentElement)}: ${piece}`)
  }

  function lookAtAttributes(element: Element): void {
    if (element.closest(DATA) || element.matches(OF_REACT_ARIA)) return
    for (const name of SAID) {
      const value = element.getAttribute(name)
      if (value !== null && LETTER.test(value) && !value.startsWith(from))
        found.push(`${placeOf(element)}[${name}]: ${value}`)
    }
  }

  function placeOf(element: Element | null): string {
    return element ? `${element.tagName.toLowerCase()}.${element.className}` : 'nowhere'
  }
}
