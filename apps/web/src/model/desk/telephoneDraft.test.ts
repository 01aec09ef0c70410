import { expect, test } from 'vitest'
import { readTelephone, telephoneDeed } from './telephoneDraft.ts'

const numbersOf = (texts: readonly string[]) =>
  texts.map((text) => {
    const read = readTelephone(text)
    return read.is === 'number' ? read.number : read.is
  })

const deeds = (number: string, texts: readonly string[]) =>
  texts.map((text) => telephoneDeed(readTelephone(text), number))

test('a number is taken from any keyboard, and from where it was copied', () => {
  const written = [
    ' +41\u00A058\u202F462 21 11 ',
    '\u202A+41 58 462‑21–11\u202C',
    '٠٢٠ ٢٢٤٠٩٠٠',
    '۰۲۱ ۶۶',
  ]

  expect(numbersOf(written)).toEqual([
    '+41 58 462 21 11',
    '+41 58 462-21-11',
    '020 2240900',
    '021 66',
  ])
})

test('an empty line is no number, and words are a wrong one', () => {
  expect(numbersOf(['', ' \u200F', 'the duty officer', '1'.repeat(33)])).toEqual([
    'none',
    'none',
    'wrong',
    'wrong',
  ])
})

test('a number is put on a list without one, changed on a list that has one, and taken off by an empty line', () => {
  expect(deeds('', ['', '020 2240900', 'the duty officer'])).toEqual(['none', 'put', 'put'])
  expect(deeds('021 66', ['', ' 021 66 ', '020 2240900'])).toEqual(['take-off', 'none', 'change'])
})
