import type { LeafIndex } from '@parley/protocol'
import type { Lists } from '@parley/seal'
import { admit, type Answer } from '../admission/admit.ts'
import { rosterOf, type Room } from './room.ts'

/** What `admit` says of every leaf, with the lists and the time as they are now. */
export function admitAll(
  room: Room,
  known: { lists: Lists; nowMs: number },
): ReadonlyMap<LeafIndex, Answer> {
  const roster = rosterOf(room)
  const group = {
    room: room.terms.room,
    leaves: roster.map(({ leaf, seat }) => ({ index: leaf, seat })),
  }
  return new Map(
    roster.map((seated) => {
      const leaf = { ...seated, index: seated.leaf, joining: undefined }
      return [seated.leaf, admit(leaf, group, known)]
    }),
  )
}
