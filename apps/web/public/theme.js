// Runs before anything is painted: the theme last chosen for where this tab is, at a desk or in a call.
const place = kept('sessionStorage', 'parley-place') ?? 'desk'
const { dataset } = document.documentElement
dataset.place = place
dataset.theme =
  kept('localStorage', `parley-theme-${place}`) ?? (place === 'room' ? 'dark' : 'light')

function kept(storage, name) {
  try {
    return window[storage].getItem(name)
  } catch {
    return null
  }
}
