import type { Member } from './members.ts'

/** Larger: that a list was kept back is said late. Smaller: a list that is on its way is. */
const ON_THE_WAY_MS = 4000

/**
 * Somebody whose heartbeats have told of older lists than this window's, or of newer, for longer than a list that
 * somebody of the room sends on takes: with the second heartbeat.
 */
export function listsApart({ heard, apart }: Member): 'older' | 'newer' | undefined {
  return heard && apart && heard.atMs - apart.sinceMs >= ON_THE_WAY_MS ? apart.lists : undefined
}
