import { expect, test } from 'vitest'
import { askedBackup } from './askedBackup.ts'

const nothing = { signed: {} }
const plan = { signed: { 'plan 1': 'hash' } }

test('a backup is asked for once something was signed, and until it was read back', () => {
  expect(askedBackup('to-save', nothing)).toBe('not-asked')
  expect(askedBackup('to-save', plan)).toBe('to-save')
  expect(askedBackup('to-read-back', plan)).toBe('to-read-back')
  expect(askedBackup('done', plan)).toBe('done')
})

test('one that was begun before the first signature is finished, and one that exists is said', () => {
  expect(askedBackup('to-read-back', nothing)).toBe('to-read-back')
  expect(askedBackup('done', nothing)).toBe('done')
})

test('nothing is asked for a seal that this browser cannot give away', () => {
  expect(askedBackup('cannot', plan)).toBe('not-asked')
})
