import { LeafIndex, TrackNumber } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Person } from './callFacts.ts'
import { PEOPLE, seat, SIDES } from './callSamples/people.ts'
import { callTiles } from './callTiles.ts'

const calm = { sides: SIDES, speaker: undefined, speaking: new Set<never>(), isOpen: false }

test('the other side comes first, one’s own next, oneself last', () => {
  const { tiles } = callTiles({ ...calm, people: PEOPLE })

  expect(tiles.map(({ person }) => person.name)).toEqual([
    'Zawadi Kiptalam',
    'Josphat Mwendwa',
    'Amina Haji Nur',
    'Fatuma Salim',
    'Mathilde Aeberhard',
    'Odile Rochat',
    'Livia Spescha',
    'Reto Camenzind',
  ])
  expect(tiles.map(({ isBig }) => isBig)).toEqual([true, ...Array(7).fill(false)])
})

test('the principal of a side stands before the rest of it, in whatever order they came', () => {
  const { tiles } = callTiles({ ...calm, people: PEOPLE.toReversed() })

  expect(tiles.map(({ person }) => person.name)).toEqual([
    'Zawadi Kiptalam',
    'Fatuma Salim',
    'Amina Haji Nur',
    'Josphat Mwendwa',
    'Mathilde Aeberhard',
    'Livia Spescha',
    'Odile Rochat',
    'Reto Camenzind',
  ])
})

test('whoever speaks is large, and keeps one tile', () => {
  const { tiles } = callTiles({ ...calm, people: PEOPLE, speaker: seat(3) })

  expect(tiles[0]).toMatchObject({ key: `${seat(3)} person`, isBig: true })
  expect(new Set(tiles.map(({ key }) => key)).size).toBe(8)
})

test('a shared screen is larger than a voice, and oneself never is', () => {
  const picture = { number: v.parse(TrackNumber, 9), media: undefined, isCovered: false }
  const people = PEOPLE.map((one) => (one.seat === seat(4) ? { ...one, screen: picture } : one))

  const shared = callTiles({ ...calm, people, speaker: seat(1) })
  const yours = callTiles({ ...calm, people: PEOPLE, speaker: seat(0) })

  expect(shared.tiles[0]).toMatchObject({ shows: 'screen', person: { seat: seat(4) } })
  expect(yours.tiles[0]?.person.seat).toBe(seat(1))
})

test('a full stage says how many have no tile, and still shows oneself', () => {
  const more = [20, 21].map((n) => ({
    ...PEOPLE[1]!,
    seat: seat(n),
    leaf: v.parse(LeafIndex, n),
  }))

  const { tiles, withoutTile } = callTiles({ ...calm, people: [...PEOPLE, ...more] })

  expect(tiles).toHaveLength(8)
  expect(tiles.at(-1)?.person.isYou).toBe(true)
  expect(withoutTile).toBe(2)
})

test('nothing is shown of somebody who is held', () => {
  const camera = { number: v.parse(TrackNumber, 1), media: undefined, isCovered: false }
  const people = PEOPLE.map((one) =>
    one.seat === seat(1) ? { ...one, camera, standing: 'withdrawn' as const } : one,
  )

  const { tiles } = callTiles({ ...calm, people })

  expect(tiles[0]).toMatchObject({ picture: undefined, mark: 'held' })
})

test('what is to be thought of a sound stands over the picture before all else but that nobody is shown', () => {
  const sound = { is: 'foreign', sinceMs: 0 } as const
  const markOf = (change: Partial<Person>) => {
    const people = PEOPLE.map((one) =>
      one.seat === seat(1) ? { ...one, doubts: { sound }, ...change } : one,
    )
    return callTiles({ ...calm, people, speaking: new Set([seat(1)]) }).tiles[0]?.mark
  }

  expect(markOf({})).toBe('sound-foreign')
  const late = { sound: { ...sound, is: 'unconfirmed' } } as const
  expect(markOf({ flow: 'slow', doubts: late })).toBe('sound-unconfirmed')
  expect(markOf({ presence: 'coming-back' })).toBe('sound-foreign')
  expect(markOf({ standing: 'withdrawn' })).toBe('held')
})

test('what is to be thought of a shared screen stands over that, and not over its owner (R119)', () => {
  const screen = { number: v.parse(TrackNumber, 9), media: undefined, isCovered: false }
  const doubts = { screen: { is: 'unconfirmed', sinceMs: 0 } } as const
  const people = PEOPLE.map((one) => (one.seat === seat(1) ? { ...one, screen, doubts } : one))

  const { tiles } = callTiles({ ...calm, people })

  const marks = tiles.filter(({ person }) => person.seat === seat(1)).map(({ mark }) => mark)
  expect(marks).toEqual(['picture-unconfirmed', undefined])
})

test('somebody who speaks and has no tile is named', () => {
  const screen = { number: v.parse(TrackNumber, 9), media: undefined, isCovered: false }
  const people = PEOPLE.map((one) => (one.seat === seat(1) ? { ...one, screen } : one))
  const heard = (speaking: number) =>
    callTiles({ ...calm, people, speaking: new Set([seat(speaking)]) }).heard

  expect(heard(7)).toBe('Livia Spescha')
  expect(heard(3)).toBeUndefined()
})
