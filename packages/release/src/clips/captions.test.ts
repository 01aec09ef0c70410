import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCaptions, writeCaptions } from './captions.ts'

test('captions are written as WebVTT, in the order in which they are shown', () => {
  expect(
    writeCaptions([
      { from: 62_500, to: 65_000, text: 'the delta.' },
      { from: 1000, to: 4000, text: ' In a dry year\nthe river <must> reach & fill ' },
      { from: 5000, to: 6000, text: '  ' },
    ]),
  ).toBe(
    [
      'WEBVTT',
      '',
      '00:00:01.000 --> 00:00:04.000',
      'In a dry year the river &lt;must&gt; reach &amp; fill',
      '',
      '00:01:02.500 --> 00:01:05.000',
      'the delta.',
      '',
    ].join('\n'),
  )
  expect(writeCaptions([{ from: 0, to: 1, text: ' ' }])).toBe(undefined)
})

test('whatever is written in a caption is read as that, and never as another caption', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 190 })
    .map((words) => words.trim().replaceAll(/\s+/g, ' '))
  const caption = fc
    .record({
      from: fc.nat(10_000_000),
      length: fc.integer({ min: 1, max: 9000 }),
      text: text.filter(Boolean),
    })
    .map(({ from, length, text: words }) => ({ from, to: from + length, text: words }))
  fc.assert(
    fc.property(
      fc.uniqueArray(caption, { selector: ({ from }) => from, minLength: 1 }),
      (captions) => {
        const file = writeCaptions(captions) ?? ''
        expect(readCaptions(file)).toEqual(captions.toSorted((a, b) => a.from - b.from))
      },
    ),
  )
})

test('a file of another kind is not read', () => {
  expect(readCaptions('1\n00:00:01,000 --> 00:00:02,000\nHello\n')).toBe(undefined)
  expect(readCaptions('WEBVTT\n\nNOTE something\n')).toBe(undefined)
})
