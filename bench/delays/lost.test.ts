import { expect, test } from 'vitest'
import type { LoggedFrame } from '../browser/frameLog.ts'
import { accountFor } from './lost.ts'

const sent = (seal: string, of: Partial<LoggedFrame> = {}): LoggedFrame => ({
  kind: 'audio',
  side: 'send',
  inMs: 10,
  outMs: 11,
  seal,
  ...of,
})
const came = (seal: string, of: Partial<LoggedFrame> = {}): LoggedFrame => ({
  ...sent(seal, of),
  side: 'receive',
})

test('nothing is lost when all that was sent is opened', () => {
  const account = accountFor([sent('a'), sent('b')], [came('a'), came('b')], 100)

  expect(account).toEqual({ sent: 2, notSealed: 0, notOpened: 0, neverCame: 0 })
})

test('a frame is lost where it was not sealed, was not opened, or never came', () => {
  const account = accountFor(
    [sent('', { outMs: undefined }), sent('b'), sent('c')],
    [came('b', { outMs: undefined })],
    100,
  )

  expect(account).toEqual({ sent: 3, notSealed: 1, notOpened: 1, neverCame: 1 })
})

test('a picture of a layer that is not forwarded is not lost', () => {
  expect(accountFor([sent('a', { kind: 'video' })], [], 100).neverCame).toBe(0)
})

test('what was sent after the end is left out', () => {
  expect(accountFor([sent('a', { inMs: 101 })], [], 100).sent).toBe(0)
})
