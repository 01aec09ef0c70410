/** Runs in the page: what moves, or would when it changes, for whoever asked that nothing does. */
export function moving(): string[] {
  const LONGEST_MS = 10
  const found: string[] = []
  for (const { effect } of document.getAnimations()) {
    if (!(effect instanceof KeyframeEffect) || !effect.target) continue
    if (Number(effect.getComputedTiming().duration) > LONGEST_MS) tell('runs', effect.target)
  }
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element)
    if (style.display === 'none') continue
    if (longestOf(style.transitionDuration) > LONGEST_MS) tell('changes slowly', element)
    const isAnimated = style.animationName !== 'none'
    if (isAnimated && longestOf(style.animationDuration) > LONGEST_MS) tell('is animated', element)
    const isBar = element.matches('progress:indeterminate')
    if (isBar && style.appearance !== 'none') tell('goes to and fro', element)
  }
  return [...new Set(found)]

  function longestOf(durations: string): number {
    return Math.max(...durations.split(',').map((one) => Number.parseFloat(one) * 1000))
  }

  function tell(what: string, element: Element): void {
    found.push(`${element.tagName.toLowerCase()}.${element.getAttribute('class')} ${what}`)
  }
}
