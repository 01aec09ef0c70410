import type { Device } from './callFacts.ts'

/** A device as the browser tells of it. */
type Offered = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'label'>

/** The browser's entry for whatever the system uses now. */
const DEFAULT_ID = 'default'

/** A second such entry, under Windows. What it stands for is listed by its own name too. */
const COMMUNICATIONS_ID = 'communications'

/** Vendor and product as USB numbers them, which Chromium puts behind a name. */
const USB_NUMBERS = / *\([\da-f]{4}:[\da-f]{4}\)/gi

/** What Chromium puts before the name of the device that its entry stands for. */
const STANDS_FOR = /^default( - |$)/i

/** The devices of one kind that the browser offers, by names which people know; two of one name are told apart by a number. */
export function namedDevices(offered: readonly Offered[]): Device[] {
  const named = offered
    .filter(({ deviceId }) => deviceId !== COMMUNICATIONS_ID)
    .map((device) => ({
      id: device.deviceId,
      label: nameOf(device.deviceId === DEFAULT_ID ? meantBy(device, offered) : device),
      isDefault: device.deviceId === DEFAULT_ID,
    }))
  return named.map((device, at) => {
    const isTwin = (other: Device): boolean =>
      !other.isDefault && !device.isDefault && other.label === device.label
    if (named.filter(isTwin).length < 2) return device
    const number = named.slice(0, at + 1).filter(isTwin).length
    return { ...device, label: `${device.label} (${number})` }
  })
}

/** The device that the entry stands for, if it is told by its group: the entry's own label is in the browser's language. */
function meantBy(entry: Offered, offered: readonly Offered[]): Offered {
  const isStandIn = ({ deviceId }: Offered) =>
    deviceId === DEFAULT_ID || deviceId === COMMUNICATIONS_ID
  const meant = offered.filter(
    (device) => !isStandIn(device) && device.groupId !== '' && device.groupId === entry.groupId,
  )
  return meant.length === 1 && meant[0] ? meant[0] : entry
}

/** A name without what only machines read in it. */
function nameOf({ label }: Offered): string {
  return label.replace(STANDS_FOR, '').replaceAll(USB_NUMBERS, '').trim()
}
