/** A browser in which nothing of Parley can run is told so in words. Whether it can. */
export function isFit(): boolean {
  const because = unfitBecause()
  if (because) location.replace(`/unfit.html?${because}${location.hash}`)
  return because === undefined
}

function unfitBecause(): 'not-secure' | 'old' | 'storage' | undefined {
  if (!isSecureContext) return 'not-secure'
  if (!('AsyncDisposableStack' in window && 'withResolvers' in Promise && 'locks' in navigator))
    return 'old'
  return canKeep() ? undefined : 'storage'
}

function canKeep(): boolean {
  try {
    return Boolean(window.indexedDB)
  } catch {
    return false
  }
}
