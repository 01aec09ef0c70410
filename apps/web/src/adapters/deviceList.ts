/** A microphone, camera or speaker that the browser offers. */
type Offered = { id: string; label: string }

/** What the browser offers now. Without a permission it names nothing, and the lists say only that there is something. */
export type DeviceList = {
  cameras: readonly Offered[]
  microphones: readonly Offered[]
  /** Empty where the browser does not let a page choose. */
  speakers: readonly Offered[]
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
  const of = (kind: MediaDeviceKind): readonly Offered[] =>
    all
      .filter((device) => device.kind === kind && device.label !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }))
  return {
    cameras: of('videoinput'),
    microphones: of('audioinput'),
    speakers: 'setSinkId' in HTMLMediaElement.prototype ? of('audiooutput') : [],
  }
}
