// The pages that stand by themselves: one language, the theme chosen last, and the case that it is.

// Larger: one waits at a page that could be back. Smaller: a restarting server is asked by everyone.
const AGAIN_AFTER_MS = 5000

const root = document.documentElement
const sections = [...document.querySelectorAll('section')]
const wanted = [kept('parley-language') ?? '', ...navigator.languages].map((tag) =>
  tag.split('-', 1)[0].toLowerCase(),
)
const spoken = wanted.find((language) => sections.some(({ lang }) => lang === language)) ?? 'en'
for (const section of sections) section.hidden = section.lang !== spoken
root.lang = spoken
root.dir = sections.find(({ lang }) => lang === spoken)?.dir ?? 'ltr'
root.dataset.theme = kept('parley-theme-desk') ?? 'light'

if (root.dataset.page === 'offline') {
  look()
  addEventListener('offline', look)
  addEventListener('online', look)
  addEventListener('online', () => void goBack())
  setInterval(() => void goBack(), AGAIN_AFTER_MS)
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () => location.reload())
} else {
  show(location.search.slice(1))
}

/** Without a network it is this device; with one it is the server, or what lies between. */
function look() {
  show(navigator.onLine ? 'away' : 'offline')
}

async function goBack() {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined)
  if (answer?.ok) location.reload()
}

/** @param {string} name */
function show(name) {
  for (const one of document.querySelectorAll('[data-case]')) one.hidden = one.dataset.case !== name
}

/** @param {string} name */
function kept(name) {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
