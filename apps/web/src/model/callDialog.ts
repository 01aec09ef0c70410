import type { Companion } from '@parley/call'
import type { CallFacts, Devices } from './callFacts.ts'
import { noticesOf, type CallNotice } from './callNotices.ts'
import { turnedAway, type TurnedAway } from './callTurnedAway.ts'
import type { CallScreenState } from './callScreenState.ts'

/** What lies over the pictures. One at a time. */
export type CallDialog =
  | { type: 'browser-unfit'; why: 'no-transforms' | 'sends-unsealed' }
  | { type: 'reconnecting'; forSeconds: number }
  | { type: 'call-code'; groups: readonly string[]; epoch: number }
  | { type: 'devices'; devices: Devices }
  | { type: 'company'; company: readonly Companion[] | undefined; allowed: string }
  | { type: 'leave' }
  /** The agreed agenda, and who would like to speak. */
  | { type: 'agenda' }
  /** What one listens to. */
  | { type: 'languages' }
  /** Stays open when none is left: what comes next does not open it. */
  | { type: 'notices'; notices: readonly CallNotice[] }
  | { type: 'turned-away'; rows: readonly TurnedAway[] }

/** What stops the call comes before what one opened oneself. */
export function callDialog(
  facts: CallFacts,
  { dialog: opened, dismissed }: Pick<CallScreenState, 'dialog' | 'dismissed'>,
): CallDialog | undefined {
  const { incidents, connection, callCode, devices, nowMs } = facts
  const unfit = incidents.find((incident) => incident.type === 'browser-unfit')
  if (unfit) return { type: 'browser-unfit', why: unfit.why }
  if (connection.isReconnectingShown)
    return {
      type: 'reconnecting',
      forSeconds: Math.floor((nowMs - (connection.mediaLostSinceMs ?? nowMs)) / 1000),
    }
  switch (opened) {
    case 'call-code':
      return callCode
        ? { type: 'call-code', groups: groupsOf(callCode.digits), epoch: callCode.epoch }
        : undefined
    case 'devices':
      return { type: 'devices', devices }
    case 'company': {
      const you = facts.people.find(({ isYou }) => isYou)
      return { type: 'company', company: you?.company, allowed: facts.peopleInRoom }
    }
    case 'agenda':
    case 'leave':
    case 'languages':
      return { type: opened }
    case 'notices':
      return { type: 'notices', notices: noticesOf(facts, dismissed) }
    case 'turned-away': {
      const rows = turnedAway(incidents)
      return rows.length > 0 ? { type: 'turned-away', rows } : undefined
    }
    case undefined:
      return undefined
  }
}

/** Six groups of five: as they are read aloud. */
export function groupsOf(digits: string): readonly string[] {
  return digits.match(/\d{5}/g) ?? []
}
