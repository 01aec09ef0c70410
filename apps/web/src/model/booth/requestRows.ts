import type { OwnRequest, RequestKind } from '@parley/call'
import type { CallFacts } from '../callFacts.ts'

/** What was asked of somebody, and what became of it. */
export type RequestRow = {
  id: string
  what: RequestKind
  name: string
  atMs: number
  is: OwnRequest['is']
}

/** As many as one remembers. */
const SHOWN = 3

/** What was asked last, the newest first, by the names of the agreed lists. */
export function requestsOf(
  requests: readonly OwnRequest[],
  { people }: Pick<CallFacts, 'people'>,
): readonly RequestRow[] {
  return requests
    .slice(-SHOWN)
    .toReversed()
    .map(({ id, what, of, atMs, is }) => {
      const name = people.find(({ seat }) => seat === of)?.name ?? ''
      return { id, what, name, atMs, is }
    })
}
