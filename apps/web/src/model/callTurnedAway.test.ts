import { expect, test } from 'vitest'
import { callDialog } from './callDialog.ts'
import type { Incident } from './callFacts.ts'
import { FACTS, seat } from './callSamples/people.ts'

const OPENED = { dialog: 'turned-away', dismissed: new Set<string>() } as const
const removed = { type: 'removed', seat: seat(3), name: 'Josphat Mwendwa', by: undefined } as const
const INCIDENTS: readonly Incident[] = [
  { id: 'a', atMs: 1, type: 'refused', code: 'no-proof', by: undefined },
  { id: 'b', atMs: 3, ...removed, because: 'withdrawn' },
  { id: 'c', atMs: 4, ...removed, because: 'left' },
  { id: 'd', atMs: 2, type: 'refused', code: 'bad-path', by: 'Odile Rochat' },
  { id: 'e', atMs: 5, type: 'unsettled' },
]

test('all who were refused or taken out are listed, the newest first, also after their notice was put away', () => {
  const dialog = callDialog({ ...FACTS, incidents: INCIDENTS }, OPENED)

  expect(dialog).toMatchObject({
    type: 'turned-away',
    rows: [{ id: 'b' }, { id: 'd', by: 'Odile Rochat' }, { id: 'a' }],
  })
})

test('a list that is empty is not shown, and one under a lost line waits', () => {
  const connection = { ...FACTS.connection, isReconnectingShown: true }

  expect(callDialog(FACTS, OPENED)).toBeUndefined()
  expect(callDialog({ ...FACTS, incidents: INCIDENTS, connection }, OPENED)?.type).toBe(
    'reconnecting',
  )
})
