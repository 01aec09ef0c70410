// Runs before all else: a browser in which nothing of Parley can run is told so in words.
if (!isSecureContext) turnAway('not-secure')
else if (!('AsyncDisposableStack' in window && 'withResolvers' in Promise && 'locks' in navigator))
  turnAway('old')
else if (!canKeep()) turnAway('storage')

/** @param {string} because */
function turnAway(because) {
  location.replace(`/unfit.html?${because}${location.hash}`)
}

function canKeep() {
  try {
    return Boolean(window.indexedDB)
  } catch {
    return false
  }
}
