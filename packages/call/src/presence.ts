import { quietMs, type Line } from './line.ts'
import { isSilent, type Member } from './members.ts'

/** Whether somebody is there, from their own signed words: the tree alone shows nobody. */
export type Presence = 'here' | 'not-heard' | 'coming-back' | 'silent'

/** A promised heartbeat that late is missed. Larger: whoever dropped out looks present. Smaller: a slow log drops everybody. */
const MISSED_AFTER_PROMISES = 1.5

/** Nothing for one and a half of the promised intervals: on the way back. For three: silent. */
export function presenceOf(member: Member, now: { line: Line; nowMs: number }): Presence {
  const { heard } = member
  if (!heard) return 'not-heard'
  if (isSilent(member, now)) return 'silent'
  return quietMs(heard.atMs, now) > MISSED_AFTER_PROMISES * heard.nextMs ? 'coming-back' : 'here'
}
