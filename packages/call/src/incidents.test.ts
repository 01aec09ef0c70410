import { inCall, other, run, seatOf } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'

const refused = (atMs: number, code = 'no-proof'): CallEvent => {
  return { type: 'commit-skipped', code, by: undefined, atMs }
}

test('whoever tries to come in again and again covers nothing: the same is told once a minute', () => {
  const [call] = run(inCall, refused(0), refused(200), refused(59_999), refused(60_000))

  expect(call.incidents.map(({ atMs }) => atMs)).toEqual([0, 60_000])
})

test('another reason is told beside it', () => {
  const [call] = run(inCall, refused(0), refused(100, 'unknown-seal'))

  expect(call.incidents).toMatchObject([{ code: 'no-proof' }, { code: 'unknown-seal' }])
})

test('everybody who was taken out is told with who did it', () => {
  const by = seatOf(other)
  const [call] = run(inCall, {
    type: 'others-removed',
    seats: [3, 4].map((leaf) => seatOf(leaf as typeof other)),
    because: 'silent',
    by,
    atMs: 9,
  })

  expect(call.incidents).toMatchObject([
    { type: 'removed', because: 'silent', by },
    { type: 'removed', because: 'silent', by },
  ])
})
