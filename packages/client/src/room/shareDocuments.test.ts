import { LeafIndex, PublicKey, SeatId, SideId, type CompactJws } from '@parley/protocol'
import { PLAN_KIND } from '@parley/seal'
import { FakeRoom, manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Documents } from '../documents/documentStore.ts'
import type { Received } from '../documents/documentsState.ts'
import { shareDocuments } from './shareDocuments.ts'

const leaves = [0, 1, 2].map((index) => v.parse(LeafIndex, index))
const [low, own, lacking] = leaves as [LeafIndex, LeafIndex, LeafIndex]
const sides = ['A', 'B'].map((letter) => v.parse(SideId, `${letter.repeat(10)}A`))
const seat = v.parse(SeatId, 'A'.repeat(11))
const heartbeat = {
  word: 'heartbeat' as const,
  nextMs: 5000,
  microphone: { n: 0 },
  tracks: [],
  hears: new Set<LeafIndex>(),
  sees: new Set<LeafIndex>(),
}

/** Leaf 1 of three, which has the plan; `size` is that of each of its two signatures. */
function start({ size = 10 } = {}) {
  const clock = manualClock()
  const room = new FakeRoom()
  const signatures = sides.map((side, at): Received => {
    return { kind: PLAN_KIND, version: 1, side, jws: `${at}`.repeat(size) as CompactJws }
  })
  const taken: Received[] = []
  const documents = {
    documents: { heads: { [PLAN_KIND]: [1, 'hash'] } } as unknown as Documents,
    signaturesOf: () => signatures,
    take: async (received: Received) => void taken.push(received),
  }
  shareDocuments({ room, clock }, documents)
  const leafKey = v.parse(PublicKey, 'A'.repeat(43))
  room.tell({ type: 'entered', leaf: own, leafKey, epoch: 1, mustHear: 'anyone' })
  const you = { leaf: own, identity: 'you' }
  room.tell({
    type: 'epoch',
    epoch: { epoch: 1, baseKey: new Uint8Array(32), you, leaves: [], cause: 'join' },
    members: leaves.map((leaf) => {
      return { leaf, seat, side: sides[0] as SideId, identity: `${leaf}`, heldFor: undefined }
    }),
  })
  const lacks = () =>
    room.tell({
      type: 'word',
      heard: { from: lacking, lists: 'older', lacks: [PLAN_KIND], word: heartbeat },
    })
  const sentBy = (from: LeafIndex, which: readonly Received[]) =>
    room.tell({
      type: 'word',
      heard: {
        from,
        lists: undefined,
        lacks: [],
        word: {
          word: 'documents',
          documents: [
            {
              kind: PLAN_KIND,
              version: 1,
              signatures: which.map(({ side, jws }) => ({ side, jws })),
            },
          ],
        },
      },
    })
  return { clock, room, signatures, taken, lacks, sentBy }
}

test('who lacks a document is sent it once in a while, however often it says so', () => {
  const { clock, room, lacks } = start()

  for (let seconds = 0; seconds < 29; seconds++) {
    lacks()
    clock.advance(1000)
  }
  expect(room.said.length).toBe(1)

  clock.advance(2000)
  lacks()
  clock.advance(1000)
  expect(room.said.length).toBe(2)
})

test('what a lower leaf sends first is not sent twice, and the next time it is one’s own turn', () => {
  const { clock, room, signatures, taken, lacks, sentBy } = start()

  lacks()
  sentBy(low, signatures)
  clock.advance(1000)
  expect(room.said).toEqual([])
  expect(taken).toContainEqual({ kind: PLAN_KIND, version: 1, ...signatures[0] })

  lacks()
  clock.advance(1000)
  expect(room.said.length).toBe(1)
})

test('who sends something else under that version, or half of it, keeps nobody from sending the rest', () => {
  const { clock, room, signatures, lacks, sentBy } = start()
  const [first, second] = signatures
  if (!first || !second) throw new Error('There are two')

  lacks()
  sentBy(low, [first, { ...second, jws: 'something else' as CompactJws }])
  clock.advance(1000)

  expect(room.said).toMatchObject([
    { documents: [{ signatures: [{ side: second.side, jws: second.jws }] }] },
  ])
})

test('signatures that are too large for one message are sent in several', () => {
  const { clock, room, lacks } = start({ size: 150_000 })

  lacks()
  clock.advance(1000)

  expect(room.said.length).toBe(2)
})
