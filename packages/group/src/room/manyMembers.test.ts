import type { LeafIndex } from '@parley/protocol'
import { agreeCall, type Person } from '@parley/testkit/agreedCall'
import { RoomLog, type Sitting } from '@parley/testkit/roomLog'
import { expect, test } from 'vitest'
import type { RemovalReason } from '../admission/commitNote.ts'
import type { Opened } from '../envelope/envelope.ts'
import { commitRefresh, commitRemoval } from './commit.ts'
import { makeMessage } from './message.ts'
import type { Heard } from './heard.ts'
import type { Joining } from './prepareJoin.ts'
import { authenticatorOf, baseKeyOf, epochOf, isAlone, ownLeafOf, rosterOf } from './room.ts'

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed + 1)
const STEPS = 12

test.each(SEEDS)(
  'whatever comes at once, all who are in a room agree on it after every step (R17), seed %i',
  async (seed) => {
    const { terms, people } = await agreeCall({ seatsEach: 6 })
    const log = new RoomLog(terms)
    const random = randomOf(seed)
    const [founder, ...others] = people
    if (!founder) throw new Error('There are twelve')
    let sitting = [await log.found(founder)]
    for (const other of others.slice(0, 1 + random(10))) {
      // oxlint-disable-next-line no-await-in-loop -- a room fills one by one
      sitting.push(await log.join(other))
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await catchUpAll(log, sitting)
    }

    for (let step = 0; step < STEPS; step++) {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      sitting = await takeStep({ log, people, sitting, random })
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const views = await viewsOf(sitting)
      expect(new Set(views).size).toBe(1)
      expect(views[0]).toContain('"areAllThere":true,"isAlone":true')
      expect(sitting.flatMap(({ heard }) => heard.filter(leavesJoinersOutside))).toEqual([])
    }
  },
)

const leavesJoinersOutside = (heard: Heard) => heard.type === 'advanced' && !heard.isJoinable

type Scene = {
  log: RoomLog
  people: readonly Person[]
  sitting: Sitting[]
  random: (below: number) => number
}

/** One to three people do something at the same time; the log puts it in some order, and all read it. */
async function takeStep({ log, people, sitting, random }: Scene): Promise<Sitting[]> {
  const read = log.entries.length
  const joins: { person: Person; joining: Joining }[] = []
  const entries: Opened[] = []
  const doers = shuffled(people, random).slice(0, 1 + random(3))
  for (const person of doers) {
    const own = sitting.find((is) => is.person === person)
    // oxlint-disable-next-line no-await-in-loop -- all of it from the same state of the log
    const done = own && random(6) > 0 ? await act(own, sitting, random) : undefined
    if (done) entries.push(done)
    else if (!own || sitting.length > 1) {
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const { joining, opened } = await log.prepare(person)
      joins.push({ person, joining })
      entries.push(opened)
    }
    if (random(4) === 0) entries.push(noise(random))
  }
  for (const entry of shuffled(entries, random)) log.append(entry)
  await catchUpAll(log, sitting)
  const entered = await Promise.all(
    joins.map(({ person, joining }) => log.enter(person, { joining, read })),
  )
  const all = [...sitting, ...entered.filter((one) => one !== undefined)]
  await catchUpAll(log, all)
  return all.filter(({ room }) => !room.overBy)
}

async function act(
  own: Sitting,
  sitting: readonly Sitting[],
  random: Scene['random'],
): Promise<Opened | undefined> {
  const choice = random(5)
  if (choice === 0) {
    const said = await makeMessage(own.room, new Uint8Array([choice]))
    own.room = said?.room ?? own.room
    return said?.opened
  }
  const gone = shuffled(sitting, random).slice(0, 1 + random(2))
  const removals = new Map<LeafIndex, RemovalReason>(
    gone.map(({ room }) => [ownLeafOf(room).leaf, 'silent']),
  )
  const committed =
    choice < 3 ? await commitRefresh(own.room) : await commitRemoval(own.room, removals)
  own.room = committed?.room ?? own.room
  return committed?.opened
}

async function catchUpAll(log: RoomLog, sitting: readonly Sitting[]): Promise<void> {
  await Promise.all(sitting.map((one) => log.catchUp(one)))
}

/** What each of them holds to be so, with how many there are. */
function viewsOf(sitting: readonly Sitting[]): Promise<string[]> {
  return Promise.all(
    sitting.map(async ({ room }) =>
      JSON.stringify({
        epoch: epochOf(room),
        authenticator: authenticatorOf(room),
        key: (await baseKeyOf(room)).toHex(),
        seats: rosterOf(room).map(({ leaf, seat, leafKey }) => [leaf, seat, leafKey]),
        areAllThere: rosterOf(room).length === sitting.length,
        isAlone: isAlone(room) === sitting.length < 2,
      }),
    ),
  )
}

function noise(random: Scene['random']): Opened {
  const bytes = Uint8Array.from({ length: random(60) }, () => random(256))
  return { kind: 'commit', epoch: random(20), commit: bytes, groupInfo: bytes, tree: bytes }
}

function shuffled<T>(values: readonly T[], random: Scene['random']): T[] {
  return values
    .map((value) => ({ value, at: random(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/** Whole numbers below a bound, the same for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
