/** Runs in the page: what can be pressed or filled in and, scrolled to, lies under something else or out of sight. */
export function hiddenControls(): string[] {
  const root = document.querySelector('dialog') ?? document.body
  const found: string[] = []
  for (const element of root.querySelectorAll<HTMLElement>('button, a[href], input, select')) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const { left, top, width, height } = element.getBoundingClientRect()
    if (width <= 1) continue
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    if (there && (element.contains(there) || there.contains(element))) continue
    const words = (element.textContent ?? '').slice(0, 40)
    found.push(`${element.tagName.toLowerCase()}.${element.className} “${words}”`)
  }
  return found
}
