import { expect, test } from 'vitest'
import { browserName } from './browserName.ts'

test('a browser that lists its brands is named by its own, not by its engine or by the one that is none', () => {
  const brands = [
    { brand: 'Not;A=Brand', version: '8' },
    { brand: 'Chromium', version: '142' },
    { brand: 'Google Chrome', version: '142' },
  ]

  expect(browserName({ brands, userAgent: '' })).toEqual({ name: 'Google Chrome', version: '142' })
  expect(browserName({ brands: brands.slice(0, 2), userAgent: '' })).toEqual({
    name: 'Chromium',
    version: '142',
  })
})

test('another is named by what it writes of itself', () => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

  expect(browserName({ brands: undefined, userAgent })).toEqual({
    name: 'Firefox',
    version: '145.0',
  })
})
