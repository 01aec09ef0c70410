import { agreeCall, CALL_TIME_MS, passAnew } from '@parley/testkit/agreedCall'
import { fillRoom, removalOf } from '@parley/testkit/filledRoom'
import { RoomLog } from '@parley/testkit/roomLog'
import { Hash } from '@parley/protocol'
import { headsHash, makeDeviceKeys } from '@parley/seal'
import { encodeMlsMessage } from 'ts-mls'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Opened } from '../envelope/envelope.ts'
import { own } from '../mls/bytes.ts'
import { decodeCommit } from '../mls/decode.ts'
import { admitAll } from './admitAll.ts'
import { applyLogged } from './applyLogged.ts'
import { commitRefresh, commitRemoval } from './commit.ts'
import { found } from './found.ts'
import { makeMessage } from './message.ts'
import { prepareJoin } from './prepareJoin.ts'
import { authenticatorOf, baseKeyOf, callCodeOf, epochOf, ownLeafOf } from './room.ts'

test('of two commits of one epoch the first in the log counts, and its loser goes on with it (R17)', async () => {
  const { log, a, b } = await fillRoom(3)
  const [first, second] = [await commitRefresh(a.room), await commitRefresh(b.room)]
  if (!first || !second) throw new Error('Three are not alone')
  a.room = first.room
  b.room = second.room

  log.append(second.opened)
  log.append(first.opened)
  const [heardByLoser, heardByWinner] = [await log.catchUp(a), await log.catchUp(b)]

  expect(heardByWinner).toMatchObject([
    { type: 'advanced', isOwn: true },
    { type: 'ignored', why: 'old-epoch' },
  ])
  expect(heardByLoser).toMatchObject([
    { type: 'advanced', isOwn: false },
    { type: 'ignored', why: 'old-epoch' },
  ])
  expect(authenticatorOf(a.room)).toBe(authenticatorOf(b.room))
})

test('of two commits of one’s own in one epoch whichever comes first is adopted', async () => {
  const { log, a, b } = await fillRoom(2)
  const one = await commitRefresh(a.room)
  const other = one && (await commitRefresh(one.room))
  if (!one || !other) throw new Error('Two are not alone')
  a.room = other.room

  log.append(one.opened)
  log.append(other.opened)
  await log.catchUp(a)
  await log.catchUp(b)

  expect(authenticatorOf(a.room)).toBe(authenticatorOf(b.room))
})

test('of two devices of one seat that join at once from one GroupInfo, one comes in', async () => {
  const { call, log, a } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const read = log.entries.length
  const early = await log.prepare(third)
  const late = await log.prepare(await passAnew(call, third))

  log.append(early.opened)
  log.append(late.opened)

  expect(await log.enter(third, { joining: late.joining, read })).toBe(undefined)
  const sitting = await log.enter(third, { joining: early.joining, read })
  await log.catchUp(a)
  expect(sitting && authenticatorOf(sitting.room)).toBe(authenticatorOf(a.room))
})

test('noise, an old commit again, and the log of another room change nothing (R17)', async () => {
  const { log, a, b } = await fillRoom(2)
  const elsewhere = await fillRoom(2)
  const foreign = await commitRefresh(elsewhere.a.room)
  const [, old] = log.entries
  if (!foreign || !old) throw new Error('There is a join in every log')
  const before = authenticatorOf(a.room)

  expect((await applyLogged(a.room, undefined)).heard).toEqual({ type: 'ignored', why: 'noise' })
  expect((await applyLogged(a.room, old)).heard).toEqual({ type: 'ignored', why: 'old-epoch' })
  expect((await applyLogged(a.room, foreign.opened)).heard).toEqual({
    type: 'skipped',
    code: 'wrong-context',
    by: undefined,
  })
  expect(authenticatorOf(a.room)).toBe(before)
  expect(authenticatorOf(b.room)).toBe(before)
})

test('whoever a commit was withheld from hears that it is behind (R27)', async () => {
  const { log, a, b } = await fillRoom(3)
  const refreshed = await commitRefresh(a.room)
  if (!refreshed) throw new Error('Three are not alone')
  log.append(refreshed.opened)
  a.room = refreshed.room
  await log.catchUp(a)
  const said = await makeMessage(a.room, new Uint8Array([1]))

  const { heard } = await applyLogged(b.room, said?.opened)

  expect(heard).toEqual({ type: 'behind', epoch: epochOf(a.room) })
})

test('two halves that were shown different commits hear that they are forked, and their codes differ (R27)', async () => {
  const { a, b } = await fillRoom(2)
  const [here, there] = [await commitRefresh(a.room), await commitRefresh(b.room)]
  if (!here || !there) throw new Error('Two are not alone')
  const left = await applyLogged(here.room, here.opened)
  const right = await applyLogged(there.room, there.opened)
  const heads = await headsHash({})

  const said = await makeMessage(left.room, new Uint8Array([1]))

  expect((await applyLogged(right.room, said?.opened)).heard).toEqual({ type: 'forked' })
  expect(await callCodeOf(left.room, heads)).not.toEqual(await callCodeOf(right.room, heads))
})

test('all in an epoch with the same heads read the same call code aloud', async () => {
  const { a, b } = await fillRoom(2)
  const heads = await headsHash({})
  const other = v.parse(Hash, 'A'.repeat(43))

  const code = await callCodeOf(a.room, heads)

  expect(code.join('')).toMatch(/^\d{30}$/)
  expect(await callCodeOf(b.room, heads)).toEqual(code)
  expect(await callCodeOf(b.room, other)).not.toEqual(code)
})

test('whoever joins knows no key of before, and whoever left none of after', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const before = await baseKeyOf(a.room)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const joined = await log.join(third)
  await log.catchUp(a)
  const known = await baseKeyOf(b.room)
  const removal = await commitRemoval(a.room, removalOf('left', b))
  if (!removal) throw new Error('There is somebody to remove')
  a.room = removal.room
  log.append(removal.opened)
  await log.catchUp(a)
  await log.catchUp(joined)

  expect((await baseKeyOf(joined.room)).toHex()).toBe((await baseKeyOf(a.room)).toHex())
  expect((await baseKeyOf(joined.room)).toHex()).not.toBe(before.toHex())
  expect((await baseKeyOf(a.room)).toHex()).not.toBe(known.toHex())
})

test('a joiner takes the branch the members took, though a losing commit came last', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const [first, second] = [await commitRefresh(a.room), await commitRefresh(b.room)]
  const [, , third] = call.people
  if (!first || !second || !third) throw new Error('Two are not alone')
  a.room = first.room
  b.room = second.room
  log.append(first.opened)
  log.append(second.opened)

  const joined = await log.join(third)
  await log.catchUp(a)

  expect(authenticatorOf(joined.room)).toBe(authenticatorOf(a.room))
})

test('a joiner finds its way without the newest trees', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const [, , third] = call.people
  const refreshed = await commitRefresh(a.room)
  if (!refreshed || !third) throw new Error('Two are not alone')
  a.room = refreshed.room
  log.append({ ...refreshed.opened, tree: undefined })
  await log.catchUp(a)
  await log.catchUp(b)

  const joined = await log.join(third)
  await log.catchUp(b)

  expect(authenticatorOf(joined.room)).toBe(authenticatorOf(b.room))
})

test('a commit with a false GroupInfo is applied, and told to be one that nobody can join with', async () => {
  const { log, a, b } = await fillRoom(2)
  const refreshed = await commitRefresh(b.room)
  const [founding] = log.entries
  if (!refreshed || founding?.kind !== 'founding') throw new Error('It begins with a founding')

  log.append({ ...refreshed.opened, groupInfo: founding.groupInfo })

  expect(await log.catchUp(a)).toMatchObject([{ type: 'advanced', isJoinable: false }])
})

test('who would join before a false GroupInfo is repaired is told to wait, and comes in after', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const [, , third] = call.people
  const refreshed = await commitRefresh(b.room)
  if (!refreshed || !third) throw new Error('Two are not alone')
  const { entries, terms } = log
  log.append({ ...refreshed.opened, groupInfo: new Uint8Array(9), tree: undefined })
  await log.catchUp(a)

  const early = await prepareJoin(third.me, terms, { entries, mayWait: true })
  const repair = await commitRefresh(a.room)
  if (!repair) throw new Error('Two are not alone')
  a.room = repair.room
  log.append(repair.opened)
  const joined = await log.join(third)
  await log.catchUp(a)

  expect(early).toEqual({ outcome: 'must-wait' })
  expect(authenticatorOf(joined.room)).toBe(authenticatorOf(a.room))
})

test('a commit that nobody signed is noise to a joiner, who waits for no repair of it', async () => {
  const { call, log, a } = await fillRoom(2)
  const [, , third] = call.people
  const refreshed = await commitRefresh(a.room)
  const message = refreshed && decodeCommit(refreshed.opened.commit)
  if (!third || !message) throw new Error('Two are not alone')
  const signature = message.auth.signature.map((byte) => byte ^ 1)
  const forged = encodeMlsMessage({
    version: 'mls10',
    wireformat: 'mls_public_message',
    publicMessage: { ...message, auth: { ...message.auth, signature } },
  })
  log.append({ ...refreshed.opened, commit: own(forged) })

  const how = { entries: log.entries, mayWait: true }
  expect(await prepareJoin(third.me, call.terms, how)).toMatchObject({ outcome: 'joining' })
  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'bad-signature', by: undefined }])
})

test('a commit without the tree that it has to bring is told, and the next refresh brings the tree', async () => {
  const { log, a, b } = await fillRoom(2)
  const refreshed = await commitRefresh(b.room)
  if (!refreshed) throw new Error('Two are not alone')

  log.append({ ...refreshed.opened, tree: undefined })
  const heard = await log.catchUp(a)
  const repair = await commitRefresh(a.room)
  if (!repair) throw new Error('Two are not alone')
  a.room = repair.room
  log.append(repair.opened)

  expect(heard).toMatchObject([{ type: 'advanced', isJoinable: false }])
  expect(repair.opened.tree).toBeDefined()
  expect(await log.catchUp(a)).toMatchObject([{ type: 'advanced', isJoinable: true }])
})

test.each([
  ['without a proof', 'no-proof', { proof: [] }],
  ['with the leaf statement of another device', 'leaf-not-signed', 'other-device'],
] as const)('who joins %s is skipped as %s (R19)', async (_what, code, change) => {
  const { call, log, a } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const me =
    change === 'other-device'
      ? { ...third.me, deviceKey: (await makeDeviceKeys()).signingKey }
      : { ...third.me, ...change }

  const { opened } = await log.prepare({ ...third, me })
  log.append(opened)

  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code, by: undefined }])
})

test('who joins with the proof of another side is skipped (R19)', async () => {
  const { call, log, a } = await fillRoom(2)
  const [ours, , third] = call.people
  if (!ours || !third) throw new Error('There is a third')

  const { opened } = await log.prepare({ ...third, me: { ...third.me, proof: ours.me.proof } })
  log.append(opened)

  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'no-proof', by: undefined }])
})

test('a pass by a seal that the plan does not name is void, to its holder and to all others (R19)', async () => {
  const { call, log, a } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const seal = await makeDeviceKeys()
  const forged = await passAnew({ ...call, seals: new Map([[third.side, seal]]) }, third)
  const seals = new Map([...call.terms.seals, [third.side, seal.publicKey] as const])
  const entries = log.entries

  const honest = await prepareJoin(forged.me, call.terms, { entries })
  const evil = await prepareJoin(forged.me, { ...call.terms, seals }, { entries })
  if (evil.outcome !== 'joining') throw new Error('It believes its own seal')
  log.append(evil.opened)

  expect(honest).toEqual({ outcome: 'void', code: 'unknown-seal' })
  expect(await log.catchUp(a)).toEqual([{ type: 'skipped', code: 'unknown-seal', by: undefined }])
})

test('an older pass does not take a seat back from a newer one', async () => {
  const { call, log, a, b } = await fillRoom(2)
  const newer = await log.join(await passAnew(call, b.person, { version: 2 }))
  await log.catchUp(a)

  const prepared = await prepareJoin(b.person.me, call.terms, { entries: log.entries })

  expect(prepared).toEqual({ outcome: 'void', code: 'second-leaf' })
  expect(ownLeafOf(newer.room).pass.version).toBe(2)
})

test('a group of another call, room or plan is not joined', async () => {
  const { call, log } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const terms = { ...call.terms, root: v.parse(Hash, 'A'.repeat(43)) }

  expect(await prepareJoin(third.me, terms, { entries: log.entries })).toEqual({
    outcome: 'void',
    code: 'wrong-context',
  })
})

test('nobody founds with a pass of another call', async () => {
  const { people } = await agreeCall({ seatsEach: 1 })
  const { terms } = await agreeCall({ seatsEach: 1 })
  const [person] = people
  if (!person) throw new Error('There is one')

  expect(await found(person.me, terms)).toEqual({ code: 'unknown-seal' })
})

test('a leaf that the newest lists do not have is held, and the commit is applied all the same (R22)', async () => {
  const { call, a, b } = await fillRoom(2)
  const { leaf, seat } = ownLeafOf(b.room)
  const known = { nowMs: CALL_TIME_MS }
  const withdrawn = { ...call.lists, withdrawn: [{ seat, passVersion: 1 }] }

  expect(admitAll(a.room, { ...known, lists: call.lists }).get(leaf)).toEqual({
    answer: 'admitted',
  })
  expect(admitAll(a.room, { ...known, lists: withdrawn }).get(leaf)).toEqual({
    answer: 'held',
    code: 'withdrawn',
  })
})

test('a founding in the middle of a log moves nobody', async () => {
  const { call, log, a } = await fillRoom(2)
  const [, , third] = call.people
  if (!third) throw new Error('There is a third')
  const before = authenticatorOf(a.room)
  const other = new RoomLog(call.terms)
  await other.found(third)

  for (const entry of other.entries) log.append(entry)

  expect(await log.catchUp(a)).toEqual([{ type: 'another-group' }])
  expect(authenticatorOf(a.room)).toBe(before)
})

test('a founding that nobody of the call signed is none', async () => {
  const { log, a } = await fillRoom(2)
  const elsewhere = await agreeCall({ seatsEach: 1 })
  const [stranger] = elsewhere.people
  if (!stranger) throw new Error('There is one')
  const other = new RoomLog(elsewhere.terms)
  await other.found(stranger)

  for (const entry of other.entries) log.append(entry)

  expect(await log.catchUp(a)).toEqual([{ type: 'ignored', why: 'founding' }])
})

test('all of many messages are heard by all, however the log orders them', async () => {
  const { log, sitting } = await fillRoom(3)
  const expected: string[] = []
  const entries: Opened[] = []
  for (const n of [0, 1, 2, 3]) {
    for (const one of sitting) {
      // oxlint-disable-next-line no-await-in-loop -- each uses up a key of its author
      const said = await makeMessage(one.room, new Uint8Array([n]))
      if (!said) throw new Error('Three are not alone')
      one.room = said.room
      entries.push(said.opened)
      expected.push(`${ownLeafOf(one.room).leaf} ${n}`)
    }
  }

  for (const entry of entries.toReversed()) log.append(entry)

  for (const one of sitting) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const heard = await log.catchUp(one)
    const { leaf } = ownLeafOf(one.room)
    const words = heard.flatMap((h) => (h.type === 'message' ? [`${h.from} ${h.bytes[0]}`] : []))
    expect(words.toSorted()).toEqual(
      expected.filter((word) => !word.startsWith(`${leaf} `)).toSorted(),
    )
  }
})
