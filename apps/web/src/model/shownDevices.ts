import type { ChosenDevices, Device, Devices } from './callFacts.ts'

/** A device that was chosen on this device before and is not there now, by the name it had. */
export type MissingDevice = { kind: keyof ChosenDevices; name: string }

type Offered = Pick<Devices, 'cameras' | 'microphones' | 'speakers'>

/** What the lists show as chosen: a choice left to the browser is shown as what it opened, and a missing speaker as what plays instead. */
export function shownDevices(
  offered: Offered,
  chosen: ChosenDevices,
  opened: { camera: string | undefined; microphone: string | undefined },
): Devices {
  const { cameras, microphones, speakers } = offered
  return {
    ...offered,
    camera: shown(cameras, chosen.camera, opened.camera),
    microphone: shown(microphones, chosen.microphone, opened.microphone),
    speaker: shown(
      speakers,
      chosen.speaker,
      isSpeakerMissing(offered, chosen) ? 'default' : undefined,
    ),
  }
}

/** Whether the chosen speaker is not there. Before a permission nothing has a name, and nothing is missing. */
export function isSpeakerMissing({ speakers }: Offered, { speaker }: ChosenDevices): boolean {
  return speakers.length > 0 && speaker !== 'default' && !isAmong(speakers, speaker)
}

function shown(devices: readonly Device[], id: string, instead: string | undefined): string {
  return isAmong(devices, id) ? id : (instead ?? id)
}

function isAmong(devices: readonly Device[], id: string): boolean {
  return devices.some((device) => device.id === id)
}
