import type { CallEvent, MediaEvent } from '@parley/call'

/** What an event of the media means to a call. */
export function eventsOfMedia(event: MediaEvent, nowMs: number): readonly CallEvent[] {
  switch (event.type) {
    case 'media-lost':
      return [event, { type: 'ticked', nowMs }]
    case 'media-back':
    case 'own-tracks-changed':
    case 'frames-counted':
    case 'way-measured':
    case 'screen-ended':
    case 'microphone-lost':
    case 'gate-taken':
      return [event]
    case 'frames-stopped':
      return [{ type: 'must-join-again', by: 'frames-stopped', atMs: nowMs }]
    case 'doubted':
      return [{ ...event, atMs: nowMs }]
    case 'accounts':
      return [{ type: 'frames-accounted', received: event.received, atMs: nowMs }]
    default:
      return []
  }
}
