import { CallId, PLENARY, PublicKey, SeatId, SideId } from '@parley/protocol'
import { toText, type ListedSeat, type Plan } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { keepUntilOf, recordersOf } from './agreed.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const side = v.parse(SideId, random(8))
const [clerk, principal] = [v.parse(SeatId, random(8)), v.parse(SeatId, random(8))]
const START = 1_790_000_000_000

function plan(modalities: Partial<Plan['modalities']>): Plan {
  return {
    call: v.parse(CallId, random(16)),
    version: 1,
    previous: null,
    at: 0,
    kind: 'plan' as Plan['kind'],
    title: 'Upper Tana Water Treaty',
    start: START,
    timeZone: 'Africa/Nairobi',
    languages: [],
    agenda: [],
    modalities: { recording: 'open-parts', ifLineDrops: '', peopleInRoom: '', ...modalities },
    sides: [{ side, name: 'Kenya', flag: 'KE', seal: v.parse(PublicKey, random(32)) }],
  }
}

function seated(records?: true): ListedSeat {
  const who = { name: 'Wanjiru Kamau', office: '', role: 'note-taker', languages: [] } as const
  return { side, ...who, rooms: [PLENARY], ...(records && { records }) }
}

const seats = new Map([
  [clerk, seated(true)],
  [principal, seated()],
])

test('a seat may record that its delegation names, where the plan has open parts recorded, and no other (R89)', () => {
  expect([...recordersOf(plan({}), { seats }).keys()]).toEqual([clerk])
  expect(recordersOf(plan({ recording: 'never' }), { seats }).size).toBe(0)
  expect(recordersOf(undefined, { seats }).size).toBe(0)
})

test('what was recorded is destroyed on the day that the plan says, or after thirty (R93)', () => {
  expect(keepUntilOf(plan({ keepDays: 2 }))).toBe(START + 2 * 86_400_000)
  expect(keepUntilOf(plan({}))).toBe(START + 30 * 86_400_000)
  expect(keepUntilOf(plan({ recording: 'never', keepDays: 2 }))).toBeUndefined()
})
