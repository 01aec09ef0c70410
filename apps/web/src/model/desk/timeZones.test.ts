import { expect, test } from 'vitest'
import { cityOf, isZone, knownZones, zoneNamed, zoneOfCountry } from './timeZones.ts'

test('a zone is called after its city, by the name that the city bears now', () => {
  expect(['Africa/Nairobi', 'America/New_York', 'Europe/Kiev', 'UTC'].map(cityOf)).toEqual([
    'Nairobi',
    'New York',
    'Kyiv',
    'UTC',
  ])
})

test('a zone is found by its city or its whole name, however it is written', () => {
  expect(zoneNamed('nairobi')).toBe('Africa/Nairobi')
  expect(zoneNamed(' new york ')).toBe('America/New_York')
  expect(zoneNamed('Buenos Aires')).toMatch(/Buenos_Aires$/)
  expect(zoneNamed('europe/zurich')).toBe('Europe/Zurich')
  expect(zoneNamed('Kyiv')).toBe('Europe/Kyiv')
  expect(zoneNamed('Bern')).toBeUndefined()
  expect(zoneNamed('')).toBeUndefined()
})

test('every zone that is offered is one that clocks can be shown in', () => {
  expect(knownZones().filter((zone) => !isZone(zone))).toEqual([])
  expect(isZone('+02:00')).toBe(false)
  expect(isZone('Mars/Olympus')).toBe(false)
})

test('a country with one zone has that one, and a country with several leaves the choice', () => {
  expect(zoneOfCountry('KE')).toBe('Africa/Nairobi')
  expect(zoneOfCountry('IN')).toBe('Asia/Kolkata')
  expect(zoneOfCountry('US')).toBeUndefined()
  expect(zoneOfCountry('')).toBeUndefined()
})
