import type { DoubtsOf } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts } from '../callFacts.ts'

/** A warning as the record tells of it: its code, and whom it names. */
export type Warning = { readonly code: string; readonly seat: SeatId | null }

/** Heartbeats come within 5 s: before that, nobody can have said that they hear. */
const NOT_HEARD_AFTER_MS = 6000

/** What passes within it is no warning. */
const UNCONFIRMED_AFTER_MS = 1000

/** The warnings that a call’s screen shows now. What is told of one’s own devices is nobody else’s concern. */
export function shownWarnings(facts: CallFacts): readonly Warning[] {
  return [...ofPeople(facts), ...ofLine(facts), ...ofIncidents(facts)]
}

function ofPeople({ people, you, heldBack, nowMs }: CallFacts): Warning[] {
  const isSpeaking = you.microphone.phase === 'open' && heldBack === undefined
  return people.flatMap((person) => {
    const { seat, standing, doubts, notHearingSinceMs, isKeyOld, lists, hearsYou } = person
    const forMs = notHearingSinceMs === undefined ? 0 : nowMs - notHearingSinceMs
    return [
      ...(standing === 'agreed' ? [] : [{ code: `held-${standing}`, seat }]),
      ...(isSpeaking && hearsYou === 'no' && forMs >= NOT_HEARD_AFTER_MS
        ? [{ code: 'not-heard', seat }]
        : []),
      ...(isUnconfirmed(doubts.sound, nowMs) ? [{ code: 'unconfirmed-sound', seat }] : []),
      ...(isUnconfirmed(doubts.picture, nowMs) || isUnconfirmed(doubts.screen, nowMs)
        ? [{ code: 'unconfirmed-picture', seat }]
        : []),
      ...(isKeyOld ? [{ code: 'old-key', seat }] : []),
      ...(lists === undefined ? [] : [{ code: `${lists}-lists`, seat }]),
    ]
  })
}

function isUnconfirmed(doubt: DoubtsOf['sound'], nowMs: number): boolean {
  return doubt?.is === 'unconfirmed' && nowMs - doubt.sinceMs >= UNCONFIRMED_AFTER_MS
}

function ofLine({ connection, standing }: CallFacts): Warning[] {
  return [
    ...(connection.isReconnectingShown ? [{ code: 'reconnecting', seat: null }] : []),
    ...(standing.phase === 'not-fresh' ? [{ code: 'not-fresh', seat: null }] : []),
  ]
}

function ofIncidents({ incidents }: CallFacts): Warning[] {
  return incidents.flatMap((incident): Warning[] => {
    switch (incident.type) {
      case 'refused':
        return [{ code: `refused-${incident.code}`, seat: null }]
      case 'foreign': {
        const code = incident.of === 'sound' ? 'foreign-sound' : 'foreign-picture'
        return [{ code, seat: incident.seat }]
      }
      case 'not-played':
        return [{ code: 'not-played', seat: incident.seat }]
      case 'text-missed':
      case 'unsettled':
      case 'not-entered':
        return [{ code: incident.type, seat: null }]
      case 'removed':
      case 'company':
      case 'device-failed':
      case 'browser-unfit':
        return []
    }
  })
}
