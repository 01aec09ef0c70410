/** Keeps the screen of this device on until it is disposed of, where the browser can and will. */
export function keepAwake(): Disposable {
  const ending = new AbortController()
  const { signal } = ending
  let lock: WakeLockSentinel | undefined
  const take = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return
    // A battery that runs low refuses it.
    const taken = await navigator.wakeLock.request('screen').catch(() => undefined)
    if (signal.aborted) await taken?.release()
    else lock = taken
  }
  if ('wakeLock' in navigator) {
    // The browser lets go of it whenever the page is hidden.
    document.addEventListener('visibilitychange', () => void take(), { signal })
    void take()
  }
  return {
    [Symbol.dispose]() {
      ending.abort()
      void lock?.release()
    },
  }
}
