import { fillRoom } from '@parley/testkit/filledRoom'
import { expect, test } from 'vitest'
import { commitRefresh } from '../room/commit.ts'
import { publicGroupOf } from '../room/room.ts'
import { decodeCommit } from './decode.ts'
import { describeCommit } from './describeCommit.ts'

test('a path that brings the encryption key that a leaf has already is not a new one', async () => {
  const { a } = await fillRoom(2)
  const refreshed = await commitRefresh(a.room)
  const message = refreshed && decodeCommit(refreshed.opened.commit)
  const [pending] = refreshed?.room.pending ?? []
  if (!message || !pending) throw new Error('Two are not alone')
  const after = { ...a.room, state: pending.state }

  expect(describeCommit(message, publicGroupOf(a.room)).path).toBe('same-credential-and-leaf-key')
  expect(describeCommit(message, publicGroupOf(after)).path).toBe('other-credential-or-leaf-key')
})
