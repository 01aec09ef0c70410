import * as fc from 'fast-check'
import { line } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { readCompany, writeCompany } from './company.ts'

test('a line is a person: a name, and after a comma what they are there for', () => {
  const written = 'Aita Caviezel, Security\n\n  Gion Derungs  \nAmina Salim، Protocol, first floor'

  expect(readCompany(written)).toEqual([
    { name: 'Aita Caviezel', office: 'Security' },
    { name: 'Gion Derungs', office: '' },
    { name: 'Amina Salim', office: 'Protocol, first floor' },
  ])
})

test('what is read can be written and read again, and goes into a heartbeat', () => {
  const lines = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 })
  fc.assert(
    fc.property(lines, (written) => {
      const company = readCompany(written.join('\n'))
      expect(company.length).toBeLessThanOrEqual(12)
      for (const { name, office } of company) {
        expect(v.is(line(120), name)).toBe(true)
        expect(office === '' || v.is(line(120), office)).toBe(true)
      }
      expect(readCompany(writeCompany(company))).toEqual(company)
    }),
  )
})

test('a name cannot write over its neighbour, and nobody is named twice', () => {
  expect(readCompany('Aita\u202e Caviezel\nAita  Caviezel\nAita Caviezel')).toHaveLength(2)
})
