import { PLENARY, type SeatId, type SideId } from '@parley/protocol'
import {
  hashOf,
  makeSeal,
  signEntry,
  signLeafStatement,
  type EntryEvent,
  type EntryStatement,
  type Pass,
  type Seal,
  type SignedEntry,
} from '@parley/seal'
import { agreeCall, CALL_TIME_MS, passAnew, type Person } from '@parley/testkit/agreedCall'
import { expect, test } from 'vitest'
import type { AgreedSeat } from './partGround.ts'
import { PartWords } from './partWords.ts'

const call = await agreeCall({ seatsEach: 2 })
const plan = call.terms.root
const [principal, adviser, other] = call.people as [Person, Person, Person]
const seats = new Map<SeatId, AgreedSeat>(
  [...call.lists.seats].map(([seat, listed]) => [
    seat,
    { seat, ...listed, languages: [...listed.languages], rooms: [...listed.rooms] },
  ]),
)
const speakers = new Set([principal.seat, other.seat])
const documents = {
  seals: call.terms.seals,
  withdrawnBy: new Map(),
  passes: new Map(),
} satisfies Parameters<PartWords['words']>[2]

const move = (at: number, number = 1): EntryEvent => ({
  is: 'part',
  at: CALL_TIME_MS + at,
  move: number,
  item: 1,
  plan,
})

/** Entries of one signer, one after another; those of a leaf begin with what ties it to its seat. */
async function chain(key: Seal, what: readonly EntryEvent[], change: Partial<EntryStatement> = {}) {
  const entries: SignedEntry[] = []
  for (const event of what)
    entries.push(
      // oxlint-disable-next-line no-await-in-loop -- each names the one before
      await signEntry(key.signingKey, {
        call: call.terms.call,
        room: PLENARY,
        by: key.publicKey,
        n: entries.length + 1,
        previous: entries.at(-1)?.hash ?? null,
        heard: null,
        at: CALL_TIME_MS,
        what: [event],
        ...change,
      }),
    )
  return entries
}

/** What the leaf of that person signs; `by` is the device that vouches for the leaf. */
async function saidBy(person: Person, what: readonly EntryEvent[], by = person.device) {
  const leaf = await makeSeal()
  const { call: id } = call.terms
  const pass = person.me.pass
  const said = { call: id, room: PLENARY, group: 'AAAA', leaf: leaf.publicKey }
  const proof = { ...said, pass: await hashOf(pass), at: CALL_TIME_MS }
  const statement = await signLeafStatement(by.signingKey, proof)
  const present = { is: 'present', at: CALL_TIME_MS, pass, leaf: statement } as const
  return chain(leaf, [present, ...what])
}

async function wordsOf(entries: readonly SignedEntry[], now: Partial<typeof documents> = {}) {
  const words = new PartWords()
  words.take(entries)
  return words.words(call.terms.call, { seats, speakers }, { ...documents, ...now })
}

test('a word is a side’s by its seal, or by the leaf of a seat that speaks for it (R66)', async () => {
  const seal = call.seals.get(principal.side)
  if (!seal) throw new Error('Every side has a seal')
  const entries = [...(await saidBy(principal, [move(1)])), ...(await chain(seal, [move(2)]))]

  expect(await wordsOf(entries)).toMatchObject([
    { is: 'for', side: principal.side, seat: principal.seat, atMs: CALL_TIME_MS + 1 },
    { is: 'for', side: principal.side, seat: undefined, atMs: CALL_TIME_MS + 2 },
  ])
})

test('nobody else’s is any: not an adviser’s, a stranger’s, nor that of a leaf that its device did not sign for (R66)', async () => {
  const entries = [
    ...(await saidBy(adviser, [move(1)])),
    ...(await chain(await makeSeal(), [move(1)])),
    ...(await saidBy(principal, [move(1)], other.device)),
  ]

  expect(await wordsOf(entries)).toEqual([])
})

test('it is known by the first entry of its signer, also where that comes later (R78)', async () => {
  const [first, second] = (await saidBy(principal, [move(1)])) as [SignedEntry, SignedEntry]
  const words = new PartWords()

  expect(words.take([second])).toBe(true)
  expect(await words.words(call.terms.call, { seats, speakers }, documents)).toEqual([])
  expect(words.take([first])).toBe(true)
  expect(await words.words(call.terms.call, { seats, speakers }, documents)).toHaveLength(1)
  expect(words.proofsOf(1)).toEqual([first, second])
  expect(words.proofsOf(2)).toEqual([])
})

test('what a device says once it was withdrawn, or its seat was given to another, is in doubt (R79)', async () => {
  const entries = await saidBy(principal, [move(10), move(20)])
  const { side, seat } = principal
  const doubts = async (now: Partial<typeof documents>) =>
    (await wordsOf(entries, now)).map(({ isDoubted }) => isDoubted)
  const withdrawn = (by: SideId, at: number) =>
    new Map([[by, [{ seat, passVersion: 1, at: CALL_TIME_MS + at }]]])
  const anew = await passAnew(call, principal, { version: 2 })
  const payload = { version: 2, at: CALL_TIME_MS + 15 } as Pass
  const passes = new Map([[seat, { payload, jws: anew.me.pass } as never]])

  expect(await doubts({ withdrawnBy: withdrawn(side, 15) })).toEqual([false, true])
  expect(await doubts({ withdrawnBy: withdrawn(other.side, 15) })).toEqual([false, false])
  expect(await doubts({ passes })).toEqual([false, true])
})
