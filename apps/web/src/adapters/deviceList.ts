import type { Device } from '../model/callFacts.ts'
import { namedDevices } from '../model/deviceNames.ts'

/** What the browser offers now. Without a permission it names nothing, and the lists say only that there is something. */
export type DeviceList = {
  cameras: readonly Device[]
  microphones: readonly Device[]
  /** Empty where the browser does not let a page choose. */
  speakers: readonly Device[]
}

/** Tells what the browser offers, now and whenever something is plugged in or out. Disposing ends it. */
export function followDevices(onChange: (devices: DeviceList) => void): Disposable & {
  /** After a permission was given: only then devices have names. */
  refresh: () => void
} {
  const media = navigator.mediaDevices
  const refresh = (): void => void readDevices().then(onChange)
  media.addEventListener('devicechange', refresh)
  refresh()
  return {
    refresh,
    [Symbol.dispose]: () => media.removeEventListener('devicechange', refresh),
  }
}

async function readDevices(): Promise<DeviceList> {
  const all = await navigator.mediaDevices.enumerateDevices()
  const of = (kind: MediaDeviceKind): readonly Device[] =>
    namedDevices(all.filter((device) => device.kind === kind && device.label !== ''))
  return {
    cameras: of('videoinput'),
    microphones: of('audioinput'),
    speakers: 'setSinkId' in HTMLMediaElement.prototype ? of('audiooutput') : [],
  }
}
