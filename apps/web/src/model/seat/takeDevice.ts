import { captureDevice, whyFailed, type Voicing } from '../../adapters/media/capture.ts'

/** An open device, and whether it is the one that was chosen. */
export type TakenDevice = { track: MediaStreamTrack; isChosen: boolean }

/** Opens the chosen device, or if that is not there, whichever the browser gives. Rejects as `captureDevice` does. */
export async function takeDevice(
  kind: 'camera' | 'microphone',
  device: string,
  voicing: Voicing,
): Promise<TakenDevice> {
  try {
    return { track: await captureDevice(kind, device, voicing), isChosen: true }
  } catch (error) {
    if (device === 'default' || whyFailed(error) !== 'not-found') throw error
    return { track: await captureDevice(kind, 'default', voicing), isChosen: false }
  }
}
