import { expect, test } from 'vitest'
import { figuresOf, spreadOf, unite } from './spread.ts'

test('the median of an even count lies between the two in the middle', () => {
  expect(spreadOf([40, 10, 30, 20])).toEqual({ median: 25, min: 10, max: 40 })
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 })
})

test('nothing has no median', () => {
  expect(() => spreadOf([])).toThrow('Nothing was measured')
})

test('figures have the names of all that they are in', () => {
  const results = { joinMs: { '2': { median: 2, min: 1, max: 4 } }, framesLost: 0 }

  expect(figuresOf(results)).toEqual([
    { name: 'joinMs.2', spread: { median: 2, min: 1, max: 4 } },
    { name: 'framesLost', spread: { median: 0, min: 0, max: 0 } },
  ])
})

const at = (median: number, min: number, max: number) => ({ joinMs: { median, min, max } })

test('what was measured twice has the spread of both, and its exact parts are the worse of the two', () => {
  const united = unite(
    { byMembers: { 2: at(10, 9, 12) }, leftRunning: 0 },
    { byMembers: { 2: at(20, 11, 30) }, leftRunning: 1 },
  )

  expect(united).toEqual({ byMembers: { 2: at(15, 9, 30) }, leftRunning: 1 })
})

test('what was measured only once of two times is kept, whichever it was', () => {
  const [first, second] = [
    { byInCall: { 2: at(10, 9, 12), 4: {} } },
    { byInCall: { 4: at(20, 11, 30) } },
  ]

  expect(unite(first, second)).toEqual({ byInCall: { 2: at(10, 9, 12), 4: at(20, 11, 30) } })
})
