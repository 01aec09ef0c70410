import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockTimeOf, readClockTime } from './clockTime.ts'

const timeZone = 'Europe/Zurich'
const near = Date.parse('2027-03-09T09:12:08.400Z')

test('a time is written as a clock there shows it, to a tenth of a second', () => {
  expect(clockTimeOf(near, timeZone)).toBe('10:12:08.4')
  expect(clockTimeOf(near, 'Africa/Nairobi')).toBe('12:12:08.4')
})

test('what is written is read back as the same moment, whatever the zone', () => {
  const moment = fc
    .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2040, 0) })
    .map((at) => at - (at % 100))
  const zone = fc.constantFrom('UTC', timeZone, 'Asia/Kathmandu', 'America/St_Johns')
  const aside = fc.integer({ min: -11 * 3_600_000, max: 11 * 3_600_000 })
  fc.assert(
    fc.property(moment, zone, aside, (at, where, by) => {
      const found = readClockTime(clockTimeOf(at, where), { near: at + by, timeZone: where }) ?? NaN
      // The hour that a clock is put back is there twice.
      expect(Math.abs(found - at) % 3_600_000).toBe(0)
    }),
  )
})

const read = (text: string) => readClockTime(text, { near, timeZone })

test('seconds may be left out, and what is no time of day is not guessed at', () => {
  expect(read('10:13')).toBe(Date.parse('2027-03-09T09:13:00Z'))
  expect(read(' 10:13:05,5 ')).toBe(Date.parse('2027-03-09T09:13:05.500Z'))
  expect(['', '25:00', '10:60', '10:13:99', 'ten', '10:1'].map(read)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  )
})
