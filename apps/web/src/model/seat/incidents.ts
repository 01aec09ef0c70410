import type { MediaEvent } from '@parley/call'
import type { Incident } from '../callFacts.ts'

/** More than anybody reads. */
const KEPT = 20

/** Follows what fails: a device has one trouble at a time, and none once it works. */
export function stepIncidents(
  incidents: readonly Incident[],
  event: MediaEvent,
  atMs: number,
): readonly Incident[] {
  const id = crypto.randomUUID()
  switch (event.type) {
    case 'device-failed':
      return [...without(incidents, event.kind), { ...event, id, atMs }].slice(-KEPT)
    case 'device-works':
      return without(incidents, event.kind)
    case 'browser-unfit':
      return [...incidents, { ...event, id, atMs }].slice(-KEPT)
    default:
      return incidents
  }
}

function without(incidents: readonly Incident[], kind: string): readonly Incident[] {
  return incidents.filter((one) => one.type !== 'device-failed' || one.kind !== kind)
}
