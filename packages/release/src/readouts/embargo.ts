import type { SentReadout } from './draft.ts'
import type { Embargo } from './wording.ts'

/** How far a signed text is. */
export type ReadoutStanding =
  /** Nothing is signed, or what is signed is another text than stands here. */
  | { readonly is: 'not-signed' }
  /** It is signed, lies with this side alone, and may not be public yet. */
  | { readonly is: 'held'; readonly until: number }
  /** It is signed, and may be published. */
  | { readonly is: 'due' }
  /** The server has it, and may not show it yet: whoever runs the server could read it. */
  | { readonly is: 'handed-over'; readonly at: number; readonly until: number }
  | { readonly is: 'public'; readonly at: number }

/** How far it is at that moment. `sent` is what is known of how this very text went out. */
export function standingOfReadout({
  embargo,
  sent,
  nowMs,
}: {
  embargo: Embargo | null
  sent: SentReadout | undefined
  nowMs: number
}): Exclude<ReadoutStanding, { is: 'not-signed' }> {
  const until = embargo?.until ?? 0
  if (!sent) return until > nowMs ? { is: 'held', until } : { is: 'due' }
  if (sent.how === 'early' && until > nowMs) return { is: 'handed-over', at: sent.at, until }
  return { is: 'public', at: Math.max(sent.at, until) }
}
