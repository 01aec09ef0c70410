import { listsBeside, type Documents } from '@parley/client'
import type { SideId } from '@parley/protocol'
import type { ListsApart } from '../callFacts.ts'

/** What clocks may differ by. */
const CLOCKS_MS = 120_000
/** Larger: that lists were kept back from this device is said late. Smaller: lists that are on their way are. */
const ON_THE_WAY_MS = 15_000

/**
 * Desks whose last word names other lists than are here: newer ones that have had time to come, or older ones although
 * it was said two minutes after this device knew its own.
 */
export function deskListsOf(
  { deskWords, heads }: Pick<Documents, 'deskWords' | 'heads'>,
  { sinceMs, nowMs }: { sinceMs: number; nowMs: number },
): ReadonlyMap<SideId, ListsApart> {
  return new Map(
    [...deskWords].flatMap(([side, { payload }]): [SideId, ListsApart][] => {
      const lists = listsBeside(heads, payload.heads)
      if (lists === 'newer') return nowMs - payload.at < ON_THE_WAY_MS ? [] : [[side, lists]]
      return lists === 'older' && payload.at - sinceMs > CLOCKS_MS ? [[side, lists]] : []
    }),
  )
}
