const chosen = matchMedia('(forced-colors: active)')

/** Loads what a page needs where the system chooses its colours, once it does. */
export function followSystemColours(): void {
  const follow = () => chosen.matches && void import('../style/systemColours.css')
  follow()
  chosen.addEventListener('change', follow)
}
