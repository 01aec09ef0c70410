import { alteredText } from '@parley/testkit/altered'
import * as fc from 'fast-check'

/** What turns a line around, ends it, or counts as more than one letter. */
const ODD = [
  '\u202e',
  '\u2066',
  '\u0000',
  '\u2028',
  '\ud800',
  '\ufeff',
  '\u{1f1e8}\u{1f1ed}',
  'e\u0301',
  '\n',
]

/** The text with a letter replaced, an odd one put in, or a part of it cut, doubled or drawn out. */
export function alteredWords(text: string): fc.Arbitrary<string> {
  const part = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  return fc.oneof(
    alteredText(text),
    fc
      .tuple(fc.nat(text.length), fc.constantFrom(...ODD))
      .map(([at, put]) => text.slice(0, at) + put + text.slice(at)),
    part.map(([from, to]) => text.slice(0, from) + text.slice(to)),
    fc
      .tuple(part, fc.constantFrom(1, 1, 30, 1000))
      .map(
        ([[from, to], times]) =>
          text.slice(0, to) + text.slice(from, to).repeat(times) + text.slice(to),
      ),
  )
}
