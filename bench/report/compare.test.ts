import { expect, test } from 'vitest'
import { compare } from './compare.ts'

const spread = (min: number, median: number, max: number) => ({ min, median, max })

test('what lies within the spread of the run before is not marked', () => {
  const changes = compare({ joinMs: spread(90, 100, 120) }, { joinMs: spread(110, 130, 150) })

  expect(changes).toMatchObject([{ name: 'joinMs', ratio: 1.3, mark: undefined }])
})

test('what lies outside the spread is marked as worse or better', () => {
  const old = { joinMs: spread(90, 100, 120), linkMs: spread(50, 60, 70) }

  const changes = compare(old, { joinMs: spread(121, 150, 160), linkMs: spread(10, 30, 49) })

  expect(changes).toMatchObject([
    { name: 'joinMs', ratio: 1.5, mark: 'worse' },
    { name: 'linkMs', ratio: 0.5, mark: 'better' },
  ])
})

test('of frames a second more is better', () => {
  const old = { sealPerSecond: { '160': spread(9, 10, 11) } }

  expect(compare(old, { sealPerSecond: { '160': spread(19, 20, 21) } })).toMatchObject([
    { name: 'sealPerSecond.160', ratio: 2, mark: 'better' },
  ])
})

test('an exact figure is marked as soon as it moves', () => {
  const changes = compare(
    { weight: { startCodeKiB: 150 }, epoch: { framesLost: 0, notOpened: 0 } },
    { weight: { startCodeKiB: 150.1 }, epoch: { framesLost: 0, notOpened: 1 } },
  )

  expect(changes.map(({ mark }) => mark)).toEqual(['worse', undefined, 'worse'])
})

test('what two runs of one state differ by is not marked, however little each of them spreads', () => {
  const old = {
    delay: { mouthToEarMs: spread(100, 101, 102) },
    start: { stopMs: spread(9, 10, 11) },
  }

  const changes = compare(old, {
    delay: { mouthToEarMs: spread(190, 191, 192) },
    start: { stopMs: spread(11.1, 11.4, 11.6) },
  })

  expect(changes.map(({ mark }) => mark)).toEqual([undefined, undefined])
  expect(compare(old, { delay: { mouthToEarMs: spread(210, 220, 230) } })[0]?.mark).toBe('worse')
})

test('of loudness it is the difference that counts, on either side of even', () => {
  const old = { sound: { db: { 12000: spread(0.6, 0.7, 0.8) } } }

  const marks = [-1, -1.4].map(
    (db) => compare(old, { sound: { db: { 12000: spread(db, db, db) } } })[0]?.mark,
  )

  expect(marks).toEqual([undefined, 'worse'])
})

test('what only one run measured is left out', () => {
  expect(compare({ a: 1 }, { b: 1 })).toEqual([])
})

test('how many frames there were is neither better nor worse', () => {
  expect(compare({ framesSent: 6154 }, { framesSent: 6168 })[0]?.mark).toBeUndefined()
})
