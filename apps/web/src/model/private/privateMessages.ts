import type { Call } from '@parley/call'
import type { Documents } from '@parley/client'
import type { CallFacts } from '../callFacts.ts'
import { messageRows, type MessageRow } from '../callMessages.ts'
import { writtenOf } from '../writtenOf.ts'

/** What was written in the caucus, by whom as the delegation names them. */
export function privateMessages(
  caucus: Call,
  { lists, facts }: { lists: Documents['lists']; facts: Pick<CallFacts, 'sides' | 'you'> },
): readonly MessageRow[] {
  return messageRows(writtenOf(caucus, lists), facts).map((row) => ({
    ...row,
    id: `private ${row.id}`,
    isPrivate: true,
  }))
}
