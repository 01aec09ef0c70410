import type { Withdrawn } from '@parley/seal'

/** What any of these lists withdraws, each once. */
export function allWithdrawn(lists: readonly (readonly Withdrawn[])[]): Withdrawn[] {
  const entries = lists
    .flat()
    .map((one) => [`${one.seat} ${one.passVersion} ${one.at}`, one] as const)
  return [...new Map(entries).values()]
}
