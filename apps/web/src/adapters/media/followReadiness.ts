const PERMISSIONS = ['camera', 'microphone'] as const

/** Hears when a device that failed may work now: one was plugged in, or a permission was given. */
export function followReadiness(onReadiness: () => void): Disposable {
  const ending = new AbortController()
  const { signal } = ending
  navigator.mediaDevices.addEventListener('devicechange', onReadiness, { signal })
  for (const name of PERMISSIONS)
    navigator.permissions
      .query({ name })
      .then((status) => status.addEventListener('change', onReadiness, { signal }))
      // A browser that tells nothing of a permission leaves one to press again.
      .catch(() => undefined)
  return { [Symbol.dispose]: () => ending.abort() }
}
