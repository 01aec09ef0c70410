/** Has the browser keep the page that says what is wrong when no other can be loaded. A browser that does not do so shows its own. */
export async function keepOfflinePage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker
    .register('/offline-worker.js', { updateViaCache: 'none' })
    .catch(() => undefined)
}
