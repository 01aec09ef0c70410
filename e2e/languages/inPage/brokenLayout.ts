/** Runs in the page: where its layout breaks, as what breaks and what it says. */
export function brokenLayout(): string[] {
  const BOXES =
    '.btn, .ctl, .tab, .badge, .tile__mark, .plate, .input, .segment label, .banner, .dialog'
  const found: string[] = []
  const over = document.querySelector('dialog:modal')
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`)
  for (const element of document.querySelectorAll<HTMLElement>('body *')) look(element)
  return [...new Set(found)]

  function look(element: HTMLElement): void {
    if (!element.checkVisibility({ visibilityProperty: true }) || isOnlyHeard(element)) return
    if (isTooWide(element)) found.push(`too wide: ${placeOf(element)}`)
    // Behind a dialog nothing is scrolled, and nothing is read.
    if (over && !over.contains(element)) return
    for (const text of element.childNodes)
      if (text instanceof Text && text.data.trim() !== '') lookAtText(element, text)
  }

  /** Drawings are made to measure; what has no more than a pixel is for screen readers. */
  function isOnlyHeard(element: Element | null): boolean {
    if (!element) return false
    const { clipPath } = getComputedStyle(element)
    return (
      element.matches('svg, svg *') || clipPath !== 'none' || isOnlyHeard(element.parentElement)
    )
  }

  function isTooWide(element: HTMLElement): boolean {
    const { overflowX, textOverflow, display, position } = getComputedStyle(element)
    if (display === 'inline' || element.matches('input, select')) return false
    if ((element.textContent ?? '').trim() === '') return false
    if (overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') return false
    return (
      position !== 'fixed' &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1
    )
  }

  function lookAtText(element: HTMLElement, text: Text): void {
    const range = document.createRange()
    range.selectNodeContents(text)
    const around = element.closest(BOXES)
    const box = around && !isScrolled(around) ? around.getBoundingClientRect() : undefined
    const cutter = cutterOf(element)
    const edge = cutter?.getBoundingClientRect()
    for (const rect of range.getClientRects()) {
      if (box && isOutside(rect, box, 2)) found.push(`out of its box: ${placeOf(element)}`)
      if (edge && isOutside(rect, edge, 2)) found.push(`cut: ${placeOf(element)}`)
    }
  }

  /** What hides whatever lies outside of it and cannot be scrolled to. */
  function cutterOf(element: HTMLElement): HTMLElement | undefined {
    for (let at: HTMLElement | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(at)
      if (textOverflow === 'ellipsis' && element.closest('bdi')) return undefined
      if (isScrolled(at)) return undefined
      if (/hidden|clip/.test(overflowX + overflowY)) return at
    }
    return undefined
  }

  function isScrolled(element: Element): boolean {
    const { overflowX, overflowY } = getComputedStyle(element)
    return /auto|scroll/.test(overflowX + overflowY)
  }

  function isOutside(inner: DOMRect, outer: DOMRect, by: number): boolean {
    return (
      inner.left < outer.left - by ||
      inner.right > outer.right + by ||
      inner.top < outer.top - by ||
      inner.bottom > outer.bottom + by
    )
  }

  function placeOf(element: HTMLElement): string {
    const words = (element.textContent ?? '').replaceAll(/\s+/g, ' ').slice(0, 60)
    return `${element.tagName.toLowerCase()}.${element.className} “${words}”`
  }
}
