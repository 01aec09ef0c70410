import type { BrowserContext, Page } from '@playwright/test'

declare global {
  interface Window {
    /** Every track of a microphone that this page was given, and their copies. */
    microphonesGiven?: MediaStreamTrack[]
  }
}

/** Pages opened from now on remember their microphones, so that they can be silenced while they are open. */
export async function keepMicrophone(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const given: MediaStreamTrack[] = []
    window.microphonesGiven = given
    const keep = (track: MediaStreamTrack): MediaStreamTrack => {
      const copy = track.clone.bind(track)
      track.clone = () => keep(copy())
      given.push(track)
      return track
    }
    const devices = navigator.mediaDevices
    const ask = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted)
      stream.getAudioTracks().forEach(keep)
      return stream
    }
  })
}

/** Whoever sits there falls silent, or speaks again; nothing is pressed. */
export async function silenceMicrophone(page: Page, isSilent: boolean): Promise<void> {
  await page.evaluate((silent) => {
    for (const track of window.microphonesGiven ?? []) track.enabled = !silent
  }, isSilent)
}
