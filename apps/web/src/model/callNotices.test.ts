import { expect, test } from 'vitest'
import { callDialog } from './callDialog.ts'
import { callNotices } from './callNotices.ts'
import { FACTS, PEOPLE, seat } from './callSamples/people.ts'

const none = new Set<string>()

test('a calm call has nothing to say', () => {
  expect(callNotices(FACTS, none)).toEqual([])
  expect(callDialog(FACTS, undefined)).toBeUndefined()
})

test('somebody who is held is named with the reason', () => {
  const people = PEOPLE.map((one) =>
    one.seat === seat(3) ? { ...one, standing: 'withdrawn' as const } : one,
  )
  const heldBack = { because: 'held' as const, seat: seat(3), code: 'withdrawn' }

  const [notice] = callNotices({ ...FACTS, people, heldBack }, none)

  expect(notice).toMatchObject({ type: 'held', name: 'Josphat Mwendwa', code: 'withdrawn' })
})

test('that somebody does not hear you is said after 6 s, and only with an open microphone', () => {
  const people = PEOPLE.map((one) =>
    one.seat === seat(4)
      ? { ...one, hearsYou: 'no' as const, notHearingSinceMs: FACTS.nowMs - 8000 }
      : one,
  )
  const closed = { ...FACTS.you, microphone: { phase: 'closed', by: 'holder' } as const }

  expect(callNotices({ ...FACTS, people }, none)).toMatchObject([
    { type: 'not-heard-by', not: ['Amina Haji Nur'], of: 7, forSeconds: 8 },
  ])
  expect(callNotices({ ...FACTS, people, nowMs: FACTS.nowMs - 3000 }, none)).toEqual([])
  expect(callNotices({ ...FACTS, people, you: closed }, none)).toEqual([])
})

test('who asks to wait is named for 20 s, each time anew, and while that person is here and agreed', () => {
  const asks = { seat: seat(4), name: 'Amina Haji Nur', atMs: FACTS.nowMs }
  const asked = { ...FACTS, askingToWait: [asks] }
  const [notice] = callNotices(asked, none)
  const noted = new Set([notice?.id ?? ''])
  const again = { ...asked, askingToWait: [{ ...asks, atMs: FACTS.nowMs + 1 }] }

  expect(notice).toMatchObject({ type: 'asks-to-wait', name: 'Amina Haji Nur' })
  expect(callNotices({ ...asked, nowMs: FACTS.nowMs + 20_000 }, none)).toHaveLength(1)
  expect(callNotices({ ...asked, nowMs: FACTS.nowMs + 20_001 }, none)).toEqual([])
  expect(callNotices({ ...asked, people: PEOPLE.slice(0, 3) }, none)).toEqual([])
  expect(callNotices(asked, noted)).toEqual([])
  expect(callNotices(again, noted)).toHaveLength(1)
})

test('what was dismissed stays away, what lasts cannot be dismissed', () => {
  const incidents = [
    { id: 'r1', atMs: 1, type: 'refused', code: 'no-proof', by: undefined },
  ] as const
  const alone = { ...FACTS, incidents, heldBack: { because: 'alone' as const } }

  const shown = callNotices(alone, new Set(['r1']))

  expect(shown).toEqual([{ id: 'alone', type: 'alone', canBeDismissed: false }])
})

test('a line that was shown as lost lies over what one opened oneself', () => {
  const connection = {
    serverLostSinceMs: undefined,
    mediaLostSinceMs: FACTS.nowMs - 12_000,
    isReconnectingShown: true,
  }

  const dialog = callDialog({ ...FACTS, connection }, 'leave')

  expect(dialog).toEqual({ type: 'reconnecting', forSeconds: 12 })
})

test('the call code is six groups of five digits', () => {
  const dialog = callDialog(FACTS, 'call-code')

  expect(dialog).toEqual({
    type: 'call-code',
    groups: ['48217', '77039', '15404', '41720', '99381', '12345'],
    epoch: 12,
  })
})
