/** How far the backup of a seal is, as this browser knows it. A seal that it cannot read out has none to make. */
export type KeptBackup = 'cannot' | 'to-save' | 'to-read-back' | 'done'

/** What the desk asks of its officer. */
export type AskedBackup = 'not-asked' | 'to-save' | 'to-read-back' | 'done'

/**
 * A backup is asked for once the seal has signed something: before, nothing is lost with it. From then on it
 * is asked for until there is one.
 */
export function askedBackup(
  kept: KeptBackup,
  { signed }: { signed: Readonly<Record<string, unknown>> },
): AskedBackup {
  if (kept === 'cannot') return 'not-asked'
  if (kept === 'to-save' && Object.keys(signed).length === 0) return 'not-asked'
  return kept
}
