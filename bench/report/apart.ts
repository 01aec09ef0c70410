import type { Spread } from './spread.ts'

/** How far medians lie from one another: by so much, or so many times. */
type Apart = { of: RegExp; by: number } | { of: RegExp; times: number }

/**
 * How far two runs of one state on one machine came to lie from one another beyond what each of them spreads, as
 * seen in the pairs of bench/README.md. The first that fits counts. Larger: a regression is not seen. Smaller: the
 * machine is taken for one.
 */
const APART: readonly Apart[] = [
  { of: /^weight\./, by: 0 },
  { of: /^memory\./, by: 2 },
  { of: /^sound\.(db\.|worst)/, by: 2 },
  { of: /^sound\.lipSyncMs$/, by: 50 },
  { of: /^sound\.sentKbits$/, by: 1 },
  // Four whole participants are more than two cores carry.
  { of: /^join\.byInCall\.4\./, times: 3 },
  { of: /^(join|rekey|restart|recover|delay|sound)\./, times: 2 },
  { of: /^garbage\./, times: 1.5 },
  { of: /Lost$|^epoch\.never|^epoch\.not|^join\.notThere$|leftRunning$/, by: 0 },
  { of: /./, times: 1.15 },
]

/** Whether a figure moved by more than what two runs of one state differ by. */
export function isApart(name: string, old: Spread, now: Spread): boolean {
  const apart = APART.find(({ of }) => of.test(name))
  const far = Math.abs(now.median - old.median)
  if (!apart || far === 0) return false
  if ('by' in apart) return far > apart.by
  const [less, more] = [old.median, now.median].map(Math.abs).toSorted((a, b) => a - b)
  return less === undefined || more === undefined || more > less * apart.times
}
