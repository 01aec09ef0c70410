/** Something written, and whether it is on its way. */
export type Unsaid = {
  state: 'received' | 'sending' | 'sent'
  /** When it was last tried to be said, while it is on its way. */
  triedAtMs?: number
}

/** What did not come back by then is said again; whoever has it already shows it once. Larger: it waits. Smaller: a slow log gets all twice. */
const AGAIN_AFTER_MS = 5000

/** Those that are due to be said again, and all as they are after that; nothing where none is. */
export function sayAgain<T extends Unsaid>(
  written: readonly T[],
  nowMs: number,
): readonly [readonly T[], readonly T[]] | undefined {
  const isDue = ({ state, triedAtMs = 0 }: T) =>
    state === 'sending' && nowMs - triedAtMs >= AGAIN_AFTER_MS
  const due = written.filter(isDue)
  if (due.length === 0) return undefined
  return [written.map((one) => (isDue(one) ? { ...one, triedAtMs: nowMs } : one)), due]
}
