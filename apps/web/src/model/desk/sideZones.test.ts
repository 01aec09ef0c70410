import type { SideId } from '@parley/protocol'
import { expect, test } from 'vitest'
import { sideZones, zonesOf } from './sideZones.ts'

const [bern, nairobi] = ['bern' as SideId, 'nairobi' as SideId]
const plan = (flag: string) => ({
  timeZone: 'Europe/Zurich',
  sides: [
    { side: bern, name: 'Switzerland', flag: 'CH', seal: null },
    { side: nairobi, name: 'Kenya', flag, seal: null },
  ],
})

test('the desk that planned the call has the zone of the plan, and the other that of its country', () => {
  const shown = sideZones(plan('KE'), { own: bern, here: 'Europe/London', chosen: {} })

  expect(zonesOf(shown)).toEqual(['Europe/Zurich', 'Africa/Nairobi'])
})

test('an invited desk has the zone of its browser, and comes first', () => {
  const shown = sideZones(plan('KE'), { own: nairobi, here: 'Africa/Kampala', chosen: {} })

  expect(shown).toEqual([
    { side: nairobi, zone: 'Africa/Kampala' },
    { side: bern, zone: 'Europe/Zurich' },
  ])
})

test('nothing is made up for a side whose flag does not tell, and what its officer chose is taken', () => {
  const known = { own: bern, here: 'Europe/Zurich', chosen: {} }
  expect(zonesOf(sideZones(plan(''), known))).toEqual(['Europe/Zurich'])

  const chosen = sideZones(plan(''), { ...known, chosen: { [nairobi]: 'Africa/Nairobi' } })

  expect(zonesOf(chosen)).toEqual(['Europe/Zurich', 'Africa/Nairobi'])
})

test('two sides with one zone are shown one time', () => {
  const chosen = { [nairobi]: 'Europe/Zurich' }

  expect(zonesOf(sideZones(plan(''), { own: bern, here: 'UTC', chosen }))).toEqual([
    'Europe/Zurich',
  ])
})
