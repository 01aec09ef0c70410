import {
  applyLogged,
  commitRefresh,
  commitRemoval,
  followJoin,
  makeMessage,
  makePresence,
  prepareJoin,
  type Opened,
} from '@parley/group'
import type { Bytes } from '@parley/protocol'
import { fillRoom, removalOf, type FilledRoom } from '@parley/testkit/filledRoom'
import {
  decodeCommit,
  decodeGroupInfo,
  decodePrivate,
  decodeTree,
} from '../../packages/group/src/mls/decode.ts'
import type { Target } from '../target.ts'
import { json, text } from './given.ts'
import { isAltered, readRecipe, withEdits } from './recipe.ts'

const decoders = [decodeCommit, decodeGroupInfo, decodePrivate, decodeTree]

/** MLS messages and trees, as they are in an envelope. */
export async function mls(): Promise<Target> {
  return {
    seeds: (await entriesOf(await fillRoom(2)))
      .filter(({ kind }) => kind !== 'presence')
      .flatMap(partsOf),
    read: (input) => decoders.some((decode) => decode(input) !== undefined),
  }
}

/**
 * Entries of a room’s log, to a member and to somebody who joins. Their keys are others each time, so an
 * input says which entry it is, and where it differs.
 */
export async function logEntry(): Promise<Target> {
  const filled = await fillRoom(2)
  const { b, call, log } = filled
  const [, , third] = call.people
  const entries = await entriesOf(filled)
  const before = [...log.entries]
  if (!third) throw new Error('A third has a seat')
  const { joining } = await log.prepare(third)
  return {
    seeds: entries.flatMap((entry, at) =>
      Object.keys(entry).map((part) => json({ entry: at, part, edits: [[40, 1, 'AA']] })),
    ),
    async read(input) {
      const recipe = readRecipe(text(input))
      const whole = recipe && entries[recipe.entry % entries.length]
      if (!whole) return false
      const entry = withEdits(whole, recipe)
      const { heard } = await applyLogged(b.room, entry)
      await followJoin(joining, entry)
      await prepareJoin(third.me, call.terms, { entries: [...before, entry] })
      if (heard.type === 'message' && isAltered(whole, entry, 'message'))
        throw new Error('An altered message was opened')
      if (heard.type === 'advanced' && isAltered(whole, entry, 'commit'))
        throw new Error('An altered commit was applied')
      return true
    },
  }
}

/** Each kind of entry: a founding, a join, a refresh, a removal, a message and a word of being there. */
async function entriesOf({ a, b, log }: FilledRoom): Promise<readonly Opened[]> {
  const refreshed = await commitRefresh(a.room)
  const removed = await commitRemoval(a.room, removalOf('silent', b))
  const said = await makeMessage(a.room, new Uint8Array([1]))
  const there = await makePresence(a.room, { at: 1, isLeaving: false })
  if (!refreshed || !said || !there || !removed) throw new Error('Two are not alone')
  return [...log.entries, refreshed.opened, removed.opened, said.opened, there]
}

function partsOf(entry: Opened): Bytes[] {
  return Object.values(entry).filter((part): part is Bytes => part instanceof Uint8Array)
}
