import type { BrowserContext } from '@playwright/test'

/** Pages opened from now on are given a microphone as it is: a fake one has no echo, and to take out none costs as much. */
export async function plainMicrophone(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const devices = navigator.mediaDevices
    const ask = devices.getUserMedia.bind(devices)
    const asItIs = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
    devices.getUserMedia = (wanted) => {
      const audio =
        typeof wanted?.audio === 'object' ? { ...wanted.audio, ...asItIs } : wanted?.audio
      return ask({ ...wanted, ...(audio !== undefined && { audio }) })
    }
  })
}
