import { isApart } from './apart.ts'
import { figuresOf, type Results, type Spread } from './spread.ts'

/** How one thing measured moved between two runs. */
export type Change = {
  name: string
  old: Spread
  new: Spread
  /** New by old; not a number where both are 0. */
  ratio: number
  /** Whether the two runs lie apart: no value of one is within the spread of the other, and farther than two runs of one state. */
  mark: 'better' | 'worse' | undefined
}

/** Of these more is better; of all others less. */
const MORE_IS_BETTER = /(PerSecond(\.|$)|sentKbits$)/

/** Of these nought is best, on either side. */
const NOUGHT_IS_BEST = /(^|\.)(db\.\d+|lipSyncMs)$/

/** How much there was to measure: neither good nor bad. */
const IS_NOT_JUDGED = /framesSent$/

/** What both runs measured, thing by thing, in the order of the new one. */
export function compare(old: Results, now: Results): Change[] {
  const before = new Map(figuresOf(old).map(({ name, spread }) => [name, spread]))
  return figuresOf(now).flatMap(({ name, spread }) => {
    const was = before.get(name)
    if (!was) return []
    return [{ name, old: was, new: spread, ratio: spread.median / was.median, mark: markOf() }]

    function markOf(): Change['mark'] {
      if (!was || IS_NOT_JUDGED.test(name)) return undefined
      const [isLess, isMore] = [spread.max < was.min, spread.min > was.max]
      if ((!isLess && !isMore) || !isApart(name, was, spread)) return undefined
      if (NOUGHT_IS_BEST.test(name))
        return Math.abs(spread.median) < Math.abs(was.median) ? 'better' : 'worse'
      return isMore === MORE_IS_BETTER.test(name) ? 'better' : 'worse'
    }
  })
}
