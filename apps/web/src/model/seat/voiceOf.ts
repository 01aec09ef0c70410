import type { Aim, Call, Member } from '@parley/call'
import type { Documents } from '@parley/client'
import type { ListedSeat } from '@parley/seal'
import type { InterpreterSeat, Person } from '../callFacts.ts'

/** An open microphone that counts here, and what it interprets into, if it does. */
export type Voice = Pick<Person, 'into' | 'opened'>

/**
 * Undefined while it is closed, and for what counts as closed: words into a language by anybody but an
 * interpreter whose agreed seat has that language, and what is for another's ears.
 */
export function voiceOf(
  { microphone }: Member,
  { call, isYou, listed }: { call: Call; isYou: boolean; listed: ListedSeat | undefined },
): Voice | undefined {
  const heard = 'track' in microphone ? microphone : undefined
  const opened = heard && { atMs: heard.sinceMs, order: heard.order }
  if (isYou) {
    const own = call.microphone
    return own.phase === 'open' ? { into: own.aim.into, opened } : undefined
  }
  const { into, to } = heard?.aim ?? {}
  if (!heard || to !== undefined) return undefined
  return into === undefined || canInterpret(listed, into) ? { into, opened } : undefined
}

/** An interpreter speaks into the first of its languages unless it says another. */
export function aimOf(listed: ListedSeat | undefined): Aim | undefined {
  const [into] = listed?.role === 'interpreter' ? listed.languages : []
  return into === undefined ? undefined : { into }
}

/** The agreed seats that interpret in this room. */
export function interpretersOf({
  call,
  documents: { lists },
}: {
  call: Call
  documents: Pick<Documents, 'lists'>
}): readonly InterpreterSeat[] {
  return [...lists.seats]
    .filter(([, { role, rooms }]) => role === 'interpreter' && rooms.includes(call.you.room))
    .map(([seat, { side, name, languages }]) => ({ seat, side, name, languages }))
}

function canInterpret(listed: ListedSeat | undefined, into: string): boolean {
  return listed?.role === 'interpreter' && listed.languages.includes(into)
}
