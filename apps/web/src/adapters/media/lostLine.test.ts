import type { MediaEvent } from '@parley/call'
import { expect, test } from 'vitest'
import { LostLine } from './lostLine.ts'

function lineWith(): [LostLine, MediaEvent[]] {
  const told: MediaEvent[] = []
  return [new LostLine((event) => told.push(event)), told]
}

test('a line is lost since the first who misses it, and back when nobody does', () => {
  const [line, told] = lineWith()

  line.renew()
  line.lose('pulse', 1000)
  line.lose('transport', 5000)
  line.find('pulse')
  const early = told.length
  line.find('transport')

  expect(early).toBe(2)
  expect(told).toEqual([
    { type: 'media-back' },
    { type: 'media-lost', atMs: 1000 },
    { type: 'media-back' },
  ])
})

test('a connection made anew forgets what was said of the one before', () => {
  const [line, told] = lineWith()

  line.lose('transport', 0)
  line.renew()

  expect(told.at(-1)).toEqual({ type: 'media-back' })
})

test('a transport that was never missed does not say that the line is back', () => {
  const [line, told] = lineWith()

  line.find('transport')

  expect(told).toEqual([])
})
