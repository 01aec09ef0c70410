import type { TrackKind } from '@parley/call'
import { LeafIndex, TrackNumber } from '@parley/protocol'
import type { ReceivedCounts } from '@parley/sframe'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { perceive } from './accounts.ts'

const leaf = v.parse(LeafIndex, 3)
const [microphone, camera] = [1, 2].map((n) => v.parse(TrackNumber, n)) as [
  TrackNumber,
  TrackNumber,
]
const kindOf = (_: LeafIndex, track: TrackNumber): TrackKind =>
  track === microphone ? 'microphone' : 'camera'

test('whose sound opened is heard, whose picture opened is seen, each by itself', () => {
  const before = [counted(microphone, 10), counted(camera, 10)]

  const { hears, sees } = perceive(before, [counted(microphone, 11), counted(camera, 10)], kindOf)

  expect([...hears]).toEqual([leaf])
  expect([...sees]).toEqual([])
})

test('frames that were dropped make nobody heard', () => {
  const dropped = { ...counted(microphone, 0), drops: { 'not-authentic': 50 } }

  expect(perceive([], [dropped], kindOf).hears.size).toBe(0)
})

function counted(track: TrackNumber, passed: number): ReceivedCounts {
  return { leaf, track, passed, drops: {}, quietMs: 20, missing: 0 }
}
