import { fillRoom } from '@parley/testkit/filledRoom'
import { expect, test } from 'vitest'
import { whyNotOfTerms } from './terms.ts'

test('a group of another suite or version of MLS is none of ours, whatever else it says', async () => {
  const { call, a } = await fillRoom(2)
  const context = a.room.state.groupContext

  expect(whyNotOfTerms(context, call.terms)).toBe(undefined)
  expect(
    whyNotOfTerms(
      { ...context, cipherSuite: 'MLS_256_DHKEMP521_AES256GCM_SHA512_P521' },
      call.terms,
    ),
  ).toBe('wrong-suite')
  const { extensions } = context
  const [terms] = extensions
  if (!terms) throw new Error('A group has its terms')
  const twice = { ...context, extensions: [terms, terms] }
  expect(whyNotOfTerms(twice, call.terms)).toBe('wrong-context')
})
