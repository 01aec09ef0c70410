import { expect, test } from 'vitest'
import { greenRoomCall, NOTHING_IN_THE_WAY } from './greenRoomCall.ts'

const waiting = { isJoining: false, isAgreed: true }

test('one can go in with an agreed seat, unless the server is away', () => {
  expect(greenRoomCall(NOTHING_IN_THE_WAY, waiting)).toEqual({ phase: 'ready' })
  const away = { ...NOTHING_IN_THE_WAY, isServerAway: true }
  expect(greenRoomCall(away, waiting)).toEqual({ phase: 'away' })
  expect(greenRoomCall(away, { ...waiting, isJoining: true }).phase).toBe('joining')
})

test('a seat that is not agreed, or that would be held, does not go in, and why is said', () => {
  expect(greenRoomCall(NOTHING_IN_THE_WAY, { ...waiting, isAgreed: false })).toEqual({
    phase: 'refused',
    why: 'not-agreed',
  })
  expect(greenRoomCall({ ...NOTHING_IN_THE_WAY, held: 'expired' }, waiting)).toEqual({
    phase: 'refused',
    why: 'expired',
  })
})

test('a call whose code could not be loaded can be tried again', () => {
  const failed = { ...NOTHING_IN_THE_WAY, loading: 'failed' as const }

  expect(greenRoomCall(failed, waiting)).toEqual({ phase: 'not-loaded' })
})
