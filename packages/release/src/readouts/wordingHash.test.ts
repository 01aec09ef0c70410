import { expect, test } from 'vitest'
import type { Block } from '../documents/prose.ts'
import { emptyWording, type Wording } from './wording.ts'
import { approvalHash, textHash } from './wordingHash.ts'

const body: Block[] = [{ is: 'paragraph', runs: [{ text: 'They met.' }] }]
const wording: Wording = { ...emptyWording('en'), title: 'Talks', body }

test('what is approved is all that the public reads, and not when', async () => {
  const approved = await approvalHash(wording)
  const embargo = { until: 5, timeZone: 'Europe/Zurich' }

  expect(await approvalHash({ ...wording, embargo })).toBe(approved)
  for (const change of [
    { title: 'Talk' },
    { byline: 'The press office' },
    { correction: 'One figure.' },
    { body: [] },
    { body: [{ is: 'paragraph', runs: [{ text: 'They met.', em: true }] }] },
    {
      translations: [
        {
          language: 'fr',
          title: 'T',
          body,
          by: { is: 'machine', name: 'C', version: '1' },
          checkedBy: null,
          of: approved,
        },
      ],
    },
  ] satisfies Partial<Wording>[])
    // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
    expect(await approvalHash({ ...wording, ...change })).not.toBe(approved)
})

test('the order in which a wording was put together changes nothing', async () => {
  const backwards = Object.fromEntries(Object.entries(wording).toReversed()) as Wording

  expect(await approvalHash(backwards)).toBe(await approvalHash(wording))
})

test('a translation is measured by the words of the original, not by who speaks', async () => {
  const spoken: Wording = { ...wording, byline: 'The press office' }
  expect(await textHash(spoken)).toBe(await textHash(wording))
  expect(await textHash({ ...wording, title: 'Talk' })).not.toBe(await textHash(wording))
})
