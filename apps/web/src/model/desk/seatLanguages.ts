import type { DelegationView, DeskView } from './deskView.ts'

/** What a new seat may speak: what the side's last seat speaks comes first, then what the plan names. */
export function seatLanguages(
  { rows }: Pick<DelegationView, 'rows'>,
  { plan }: Pick<DeskView, 'plan'>,
): readonly string[] {
  const own = rows.at(-1)?.languages ?? []
  return [...new Set([...own, ...plan.wording.languages])]
}
