import { deskKind, PLAN_KIND, withdrawalKind, type Heads } from '@parley/seal'
import { expect, test } from 'vitest'
import type { CallId, CompactJws, Hash, PublicKey, SideId } from '@parley/protocol'
import { deskListsOf } from './deskListsOf.ts'

const side = 'AAAAAAAAAAA' as SideId
const [hash, another] = ['hash', 'another'] as [Hash, Hash]
const heads: Heads = { [PLAN_KIND]: [1, hash] }
const withdrawn: Heads = { ...heads, [withdrawalKind(side)]: [1, another] }

/** What is shown of a desk that said that at that moment, to whoever has known these lists since the moment 0. */
function shown(own: Heads, { at, heads: said }: { at: number; heads: Heads }, nowMs: number) {
  const heading = { call: 'call' as CallId, kind: deskKind(side), version: 1, previous: null }
  const payload = { ...heading, at, side, heads: said }
  const signed = { signer: side, seal: 'seal' as PublicKey, hash, jws: 'jws' as CompactJws }
  const word = { is: 'desk', payload, ...signed } as const
  const documents = { heads: own, deskWords: new Map([[side, word]]) }
  return deskListsOf(documents, { sinceMs: 0, nowMs }).get(side)
}

test('a desk that names what is not here has newer lists once that had time to come (R122)', () => {
  expect(shown(heads, { at: 1000, heads: withdrawn }, 15_000)).toBeUndefined()
  expect(shown(heads, { at: 1000, heads: withdrawn }, 16_000)).toBe('newer')
  expect(shown(withdrawn, { at: 1000, heads: withdrawn }, 16_000)).toBeUndefined()
})

test('a desk has older lists when it says so two minutes after these were known, not before (R122)', () => {
  expect(shown(withdrawn, { at: 110_000, heads }, 170_000)).toBeUndefined()
  expect(shown(withdrawn, { at: 130_000, heads }, 130_000)).toBe('older')
  expect(shown(withdrawn, { at: 130_000, heads: withdrawn }, 130_000)).toBeUndefined()
})
