import { newSideId } from '@parley/client'
import type { CallId } from '@parley/protocol'
import { memoryNotes } from '@parley/testkit'
import { expect, test } from 'vitest'
import { rememberedZones, rememberZone } from './rememberedZones.ts'

const [call, another] = ['call' as CallId, 'another' as CallId]

test('a zone that was chosen is there the next time, for that call only', () => {
  const [kept, bern, nairobi] = [memoryNotes(), newSideId(), newSideId()]

  rememberZone(kept, call, { side: bern, zone: 'Europe/Zurich' })
  rememberZone(kept, call, { side: nairobi, zone: 'Africa/Nairobi' })

  expect(rememberedZones(kept, call)).toEqual({
    [bern]: 'Europe/Zurich',
    [nairobi]: 'Africa/Nairobi',
  })
  expect(rememberedZones(kept, another)).toEqual({})
})

test('what cannot be read, or names no zone, counts as nothing', () => {
  const [kept, side] = [memoryNotes(), newSideId()]

  kept.setItem('parley-zones call', 'not JSON')
  expect(rememberedZones(kept, call)).toEqual({})
  rememberZone(kept, call, { side, zone: 'Mars/Olympus' })
  expect(rememberedZones(kept, call)).toEqual({})
})
