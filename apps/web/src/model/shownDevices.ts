import type { ChosenDevices, Device, Devices } from './callFacts.ts'

/** A device that was chosen on this device before and is not there now, by the name it had. */
export type MissingDevice = { kind: keyof ChosenDevices; name: string }

type Offered = Pick<Devices, 'cameras' | 'microphones' | 'speakers'>

/** In which list of what is offered each is. */
export const OFFERED = {
  camera: 'cameras',
  microphone: 'microphones',
  speaker: 'speakers',
} as const

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

/** Of those that are missing, which are there under another number: some browsers number anew with each visit. Of two of one name nobody knows which it was. */
export function numberedAnew(
  missing: readonly MissingDevice[],
  offered: Offered,
): { kind: keyof ChosenDevices; id: string }[] {
  return missing.flatMap(({ kind, name }) => {
    const devices = offered[OFFERED[kind]].filter(({ isDefault }) => !isDefault)
    const [one, ...others] = devices.filter(({ label }) => label === name)
    return one && others.length === 0 ? [{ kind, id: one.id }] : []
  })
}

function shown(devices: readonly Device[], id: string, instead: string | undefined): string {
  return isAmong(devices, id) ? id : (instead ?? id)
}

function isAmong(devices: readonly Device[], id: string): boolean {
  return devices.some((device) => device.id === id)
}
