import { expect, test } from 'vitest'
import { callDialog } from './callDialog.ts'
import { callNotices, noticesOf } from './callNotices.ts'
import type { Incident, Person } from './callFacts.ts'
import { COMPANY, FACTS, PEOPLE, seat } from './callSamples/people.ts'
import { CALL_SCREEN_START } from './callScreenState.ts'

const none = new Set<string>()

function ids(notices: readonly { id: string }[]): readonly string[] {
  return notices.map(({ id }) => id)
}

test('a calm call has nothing to say', () => {
  expect(noticesOf(FACTS, none)).toEqual([])
  expect(callDialog(FACTS, CALL_SCREEN_START)).toBeUndefined()
})

test('somebody who is held is named with the reason', () => {
  const people = PEOPLE.map((one) =>
    one.seat === seat(3) ? { ...one, standing: 'withdrawn' as const } : one,
  )
  const heldBack = { because: 'held' as const, seat: seat(3), code: 'withdrawn' }

  const [notice] = noticesOf({ ...FACTS, people, heldBack }, none)

  expect(notice).toMatchObject({ type: 'held', name: 'Josphat Mwendwa', code: 'withdrawn' })
})

test('that somebody does not hear you is said after 6 s, and only with an open microphone', () => {
  const people = PEOPLE.map((one) =>
    one.seat === seat(4)
      ? { ...one, hearsYou: 'no' as const, notHearingSinceMs: FACTS.nowMs - 8000 }
      : one,
  )
  const closed = { ...FACTS.you, microphone: { phase: 'closed', by: 'holder' } as const }

  expect(noticesOf({ ...FACTS, people }, none)).toMatchObject([
    { type: 'not-heard-by', not: ['Amina Haji Nur'], of: 7, forSeconds: 8 },
  ])
  expect(noticesOf({ ...FACTS, people, nowMs: FACTS.nowMs - 3000 }, none)).toEqual([])
  expect(noticesOf({ ...FACTS, people, you: closed }, none)).toEqual([])
})

test('who asks to wait is named for 20 s, each time anew, and while that person is here and agreed', () => {
  const asks = { seat: seat(4), name: 'Amina Haji Nur', atMs: FACTS.nowMs }
  const asked = { ...FACTS, askingToWait: [asks] }
  const [notice] = noticesOf(asked, none)
  const noted = new Set([notice?.id ?? ''])
  const again = { ...asked, askingToWait: [{ ...asks, atMs: FACTS.nowMs + 1 }] }

  expect(notice).toMatchObject({ type: 'asks-to-wait', name: 'Amina Haji Nur' })
  expect(noticesOf({ ...asked, nowMs: FACTS.nowMs + 20_000 }, none)).toHaveLength(1)
  expect(noticesOf({ ...asked, nowMs: FACTS.nowMs + 20_001 }, none)).toEqual([])
  expect(noticesOf({ ...asked, people: PEOPLE.slice(0, 3) }, none)).toEqual([])
  expect(noticesOf(asked, noted)).toEqual([])
  expect(noticesOf(again, noted)).toHaveLength(1)
})

test('that a device does not confirm a sound is said after a second, and while there is sound', () => {
  const sound = { is: 'unconfirmed', sinceMs: FACTS.nowMs - 1000 } as const
  const noticed = (change: Partial<Person>, nowMs = FACTS.nowMs) => {
    const people = PEOPLE.map((one) =>
      one.seat === seat(3) ? { ...one, doubts: { sound }, ...change } : one,
    )
    return noticesOf({ ...FACTS, people, nowMs }, none)
  }

  expect(noticed({})).toMatchObject([{ type: 'unconfirmed', of: 'sound', name: 'Josphat Mwendwa' }])
  expect(noticed({}, FACTS.nowMs - 1)).toEqual([])
  expect(noticed({ flow: 'sound-stopped' })).toEqual([])
  expect(noticed({ doubts: { sound: { ...sound, is: 'foreign' } } })).toEqual([])
})

/** What is told of the third person not to be confirmed. */
function unconfirmedOf(doubts: Person['doubts'], flow: Person['flow'] = 'flowing') {
  const people = PEOPLE.map((one) => (one.seat === seat(3) ? { ...one, doubts, flow } : one))
  return noticesOf({ ...FACTS, people }, none).map((notice) => 'of' in notice && notice.of)
}

test('that a device does not confirm a picture is said while it moves, and in one sentence with its sound (R119)', () => {
  const late = { is: 'unconfirmed', sinceMs: FACTS.nowMs - 1000 } as const
  expect(unconfirmedOf({ picture: late })).toEqual(['picture'])
  expect(unconfirmedOf({ screen: late })).toEqual(['picture'])
  expect(unconfirmedOf({ sound: late, picture: late })).toEqual(['both'])
  expect(unconfirmedOf({ sound: late, picture: late }, 'picture-stopped')).toEqual(['sound'])
  expect(unconfirmedOf({ sound: late, picture: late }, 'stopped')).toEqual([])
})

test.each([
  ['sound', 'sound'],
  ['picture', 'picture'],
  ['screen', 'picture'],
] as const)('that a %s is of another device stays said until it is noted', (of, said) => {
  const incidents = [{ id: 'f1', atMs: 1, type: 'foreign', seat: seat(3), of }] as const

  expect(noticesOf({ ...FACTS, incidents }, none)).toEqual([
    { id: 'f1', canBeDismissed: true, type: 'foreign', of: said, name: 'Josphat Mwendwa' },
  ])
  expect(noticesOf({ ...FACTS, incidents }, new Set(['f1']))).toEqual([])
})

test('what was dismissed stays away, what lasts cannot be dismissed', () => {
  const incidents = [
    { id: 'r1', atMs: 1, type: 'refused', code: 'no-proof', by: undefined },
  ] as const
  const alone = { ...FACTS, incidents, heldBack: { because: 'alone' as const } }

  const shown = noticesOf(alone, new Set(['r1']))

  expect(shown).toEqual([{ id: 'alone', type: 'alone', canBeDismissed: false }])
})

test('of three notices two stand above the pictures, and the dialog has all, until none is left', () => {
  const refused = { atMs: 1, type: 'refused', code: 'no-proof', by: undefined } as const
  const three = { ...FACTS, incidents: ['r1', 'r2', 'r3'].map((id) => ({ ...refused, id })) }
  const opened = { dialog: 'notices', dismissed: new Set(['r2']) } as const

  const { shown, inAll } = callNotices(three, none)
  const dialog = callDialog(three, opened)

  expect({ shown: ids(shown), inAll }).toEqual({ shown: ['r1', 'r2'], inAll: 3 })
  expect(dialog?.type === 'notices' && ids(dialog.notices)).toEqual(['r1', 'r3'])
  expect(callDialog(FACTS, opened)).toEqual({ type: 'notices', notices: [] })
})

test('a line that was shown as lost lies over what one opened oneself', () => {
  const connection = {
    serverLostSinceMs: undefined,
    mediaLostSinceMs: FACTS.nowMs - 12_000,
    isReconnectingShown: true,
  }

  const dialog = callDialog({ ...FACTS, connection }, { ...CALL_SCREEN_START, dialog: 'leave' })

  expect(dialog).toEqual({ type: 'reconnecting', forSeconds: 12 })
})

test('the call code is six groups of five digits', () => {
  const dialog = callDialog(FACTS, { ...CALL_SCREEN_START, dialog: 'call-code' })

  expect(dialog).toEqual({
    type: 'call-code',
    groups: ['48217', '77039', '15404', '41720', '99381', '12345'],
    epoch: 12,
  })
})

test('what an interpreter asks of you is said before what others ask, for 20 s, while that person is here', () => {
  const asked = { id: 'r1', what: 'slower', seat: seat(5), name: 'Odile Rochat' } as const
  const waits = { seat: seat(4), name: 'Amina Haji Nur', atMs: FACTS.nowMs }
  const facts = { ...FACTS, askingToWait: [waits], asking: [{ ...asked, atMs: FACTS.nowMs }] }
  const gone = PEOPLE.filter((one) => one.seat !== seat(5))

  expect(noticesOf(facts, none).map(({ type }) => type)).toEqual(['asks', 'asks-to-wait'])
  expect(noticesOf({ ...facts, nowMs: FACTS.nowMs + 20_001 }, none)).toEqual([])
  expect(noticesOf({ ...facts, people: gone }, none).map(({ type }) => type)).toEqual([
    'asks-to-wait',
  ])
})

test('who came into somebody’s room is said for a minute, and can be noted', () => {
  const [came] = COMPANY
  if (!came) throw new Error('Somebody came')
  const change = { id: 'c', atMs: 0, type: 'company', seat: seat(1), name: 'Zawadi Kiptalam' }
  const incidents = [{ ...change, came: [came], gone: [] } as Incident]
  const at = (nowMs: number, dismissed = none) =>
    ids(noticesOf({ ...FACTS, incidents, nowMs }, dismissed))

  expect([at(60_000), at(60_001), at(1, new Set(['c']))]).toEqual([['c'], [], []])
})
