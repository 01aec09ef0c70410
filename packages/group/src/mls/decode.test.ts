import { fillRoom } from '@parley/testkit/filledRoom'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Opened } from '../envelope/envelope.ts'
import { applyLogged } from '../room/applyLogged.ts'
import { commitRefresh } from '../room/commit.ts'
import { makeMessage } from '../room/message.ts'
import { prepareJoin } from '../room/prepareJoin.ts'
import { authenticatorOf } from '../room/room.ts'
import { decodeCommit, decodeGroupInfo, decodePrivate, decodeTree } from './decode.ts'

const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes))

test('no bytes break the reading of MLS messages', () => {
  fc.assert(
    fc.property(anyBytes, (noise) => {
      expect([decodeCommit, decodeGroupInfo, decodePrivate].map((read) => read(noise))).toEqual([
        undefined,
        undefined,
        undefined,
      ])
      expect(() => decodeTree(noise)).not.toThrow()
    }),
  )
})

test('one flipped bit anywhere leaves a commit and a message without effect, and breaks nothing', async () => {
  const { a, b } = await fillRoom(2)
  const refreshed = await commitRefresh(a.room)
  const said = await makeMessage(a.room, new Uint8Array([1]))
  if (!refreshed || !said) throw new Error('Two are not alone')
  const before = authenticatorOf(b.room)

  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(7), async (place, bit) => {
      const entries: Opened[] = [
        { ...refreshed.opened, commit: flipped(refreshed.opened.commit, place, bit) },
        { ...said.opened, message: flipped(said.opened.message, place, bit) },
      ]
      for (const entry of entries) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is quicker to follow
        const { room, heard } = await applyLogged(b.room, entry)
        expect(['skipped', 'ignored', 'behind', 'forked']).toContain(heard.type)
        expect(authenticatorOf(room)).toBe(before)
      }
    }),
    { numRuns: 100 },
  )
})

test('one flipped bit in what a joiner reads is refused, or is not one that counts', async () => {
  const { call, log } = await fillRoom(2)
  const [, , third] = call.people
  const [founding, join] = log.entries
  if (!third || founding?.kind !== 'founding' || join?.kind !== 'commit')
    throw new Error('A founding and a join are there')
  const { tree } = join
  if (!tree) throw new Error('A small room brings its tree')

  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(7), async (place, bit) => {
      const entries: Opened[] = [
        { ...join, groupInfo: flipped(join.groupInfo, place, bit) },
        { ...join, commit: join.commit.slice(1), tree: flipped(tree, place, bit) },
      ]
      for (const entry of entries) {
        // oxlint-disable-next-line no-await-in-loop -- likewise
        const prepared = await prepareJoin(third.me, call.terms, { entries: [entry] })
        expect(prepared.outcome).not.toBe('joining')
      }
    }),
    { numRuns: 40 },
  )
})

function flipped(
  bytes: Uint8Array<ArrayBuffer>,
  place: number,
  bit: number,
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  const at = place % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}
