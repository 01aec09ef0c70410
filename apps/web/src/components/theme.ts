/** Where one is: at a desk, or before, in or after a call. */
type Place = 'desk' | 'room'
type Theme = 'light' | 'dark'

/** The desk is paper, the call a dark room, until somebody chooses. */
const THEMES: Readonly<Record<Place, Theme>> = { desk: 'light', room: 'dark' }

/** Shows the theme last chosen for that place. */
export function enterPlace(place: Place): void {
  show(place)
  keep('sessionStorage', 'parley-place', place)
}

/** The same for where this tab is, when the page is loaded again. */
export function showKeptTheme(): void {
  show(read('sessionStorage', 'parley-place') === 'room' ? 'room' : 'desk')
}

/** The other theme, here and whenever this browser is in such a place again. */
export function switchTheme(): void {
  const { dataset } = document.documentElement
  const theme = dataset['theme'] === 'dark' ? 'light' : 'dark'
  dataset['theme'] = theme
  keep('localStorage', `parley-theme-${dataset['place'] ?? 'desk'}`, theme)
}

function show(place: Place): void {
  const { dataset } = document.documentElement
  dataset['place'] = place
  dataset['theme'] = chosenTheme(place)
}

function chosenTheme(place: Place): Theme {
  const kept = read('localStorage', `parley-theme-${place}`)
  return kept === 'light' || kept === 'dark' ? kept : THEMES[place]
}

/** A browser may forbid both storages: then nothing is kept. */
function read(storage: 'localStorage' | 'sessionStorage', name: string): string | null {
  try {
    return window[storage].getItem(name)
  } catch {
    return null
  }
}

function keep(storage: 'localStorage' | 'sessionStorage', name: string, value: string): void {
  try {
    window[storage].setItem(name, value)
  } catch {
    return
  }
}
