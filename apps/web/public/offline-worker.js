// Keeps one page, which says what is wrong when no other can be loaded, and nothing else, ever.
const CACHE = 'parley-offline'
const PAGE = '/offline.html'

addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => skipWaiting()))
})

addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([registration.navigationPreload?.enable(), clients.claim()]))
})

addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(load(event))
})

async function keepPage() {
  const cache = await caches.open(CACHE)
  await cache.add(new Request(PAGE, { cache: 'reload' }))
}

/** What the server answers, whatever it is; the page that is kept only where no answer comes. */
async function load({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request))
  } catch (cause) {
    const page = await caches.match(PAGE, { cacheName: CACHE })
    if (!page) throw cause
    return page
  }
}
