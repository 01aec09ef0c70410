/**
 * Runs in the page, where the system chooses the colours: controls without an edge, and words, icons and
 * status marks that do not stand out from what is behind them.
 */
export function indistinct(): string[] {
  const TEXT = 4.5
  const DRAWING = 3
  const found: string[] = []
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  const seen = new Map<string, readonly number[]>()
  for (const element of document.querySelectorAll('body *')) if (isSeen(element)) look(element)
  return [...new Set(found)]

  function look(element: Element): void {
    const CONTROLS = 'button, a.btn, input, select:not(.language__select), textarea, .language'
    if (element.matches(CONTROLS) && !element.closest('.segment, .choice') && !hasEdge(element))
      tell('has no edge', element)
    const hasWords = [...element.childNodes].some(
      (node) => node instanceof Text && node.data.trim() !== '',
    )
    if (hasWords && !isOff(element) && contrast(paintOf(element, 'color'), behind(element)) < TEXT)
      tell('has words that do not stand out', element)
    if (element.matches('svg:not(.qr)')) lookAtDrawing(element)
  }

  /** What is drawn over something full must stand out from that. */
  function lookAtDrawing(svg: Element): void {
    if (isOff(svg)) return
    let under = behind(svg)
    for (const shape of svg.querySelectorAll('path, circle, rect, line, polyline, polygon')) {
      const [fill, stroke] = [paintOf(shape, 'fill'), paintOf(shape, 'stroke')]
      const best = Math.max(contrast(fill, under), contrast(stroke, under))
      if (best < DRAWING) tell('is drawn and does not stand out', svg)
      if (fill[3] === 255 && shape === svg.querySelector(':scope > circle:first-child'))
        under = fill
    }
  }

  function hasEdge(element: Element): boolean {
    const { borderBlockStartStyle, borderBlockStartWidth, appearance } = getComputedStyle(element)
    const isNative = element.matches('input, select') && appearance !== 'none'
    if (isNative) return true
    const around = behind(element.parentElement ?? element)
    if (contrast(behind(element), around) >= DRAWING) return true
    if (borderBlockStartStyle === 'none' || Number.parseFloat(borderBlockStartWidth) < 1)
      return false
    return contrast(paintOf(element, 'borderBlockStartColor'), around) >= DRAWING
  }

  function isOff(element: Element): boolean {
    return element.closest(':disabled, [aria-disabled="true"], [data-disabled]') !== null
  }

  /** What is only heard has no look. */
  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return (width > 1 || height > 1) && element.closest('.sr') === null
  }

  function behind(element: Element | null): readonly number[] {
    if (!element) return read('Canvas')
    const paint = paintOf(element, 'backgroundColor')
    if (paint[3] === 255) return paint
    const under = behind(element.parentElement)
    const part = (paint[3] ?? 0) / 255
    return under.map((one, at) => (at < 3 ? (paint[at] ?? 0) * part + one * (1 - part) : 255))
  }

  function paintOf(
    element: Element,
    property: 'color' | 'fill' | 'stroke' | 'backgroundColor' | 'borderBlockStartColor',
  ): readonly number[] {
    const value = getComputedStyle(element)[property]
    return value === 'none' ? [0, 0, 0, 0] : read(value)
  }

  /** Red, green, blue and how much it covers. */
  function read(colour: string): readonly number[] {
    const known = seen.get(colour)
    if (known) return known
    if (!brush) throw new Error('There is nothing to paint on')
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
    const paint = [...brush.getImageData(0, 0, 1, 1).data]
    seen.set(colour, paint)
    return paint
  }

  /** By WCAG 2.2; what does not cover has none. */
  function contrast(front: readonly number[], back: readonly number[]): number {
    if (!front[3]) return 1
    const [high = 0, low = 0] = [lightness(front), lightness(back)].toSorted((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }

  function lightness([red = 0, green = 0, blue = 0]: readonly number[]): number {
    const [r, g, b] = [red, green, blue].map((one) => {
      const part = one / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
  }

  function tell(what: string, element: Element): void {
    const words = (element.textContent ?? '').replaceAll(/\s+/g, ' ').slice(0, 40)
    found.push(
      `${element.tagName.toLowerCase()}.${element.getAttribute('class')} “${words}” ${what}`,
    )
  }
}
