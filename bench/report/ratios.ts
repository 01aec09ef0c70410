import { figuresOf, round, type Results } from './spread.ts'

/** With what a visit begins, which the yardstick does not tell apart. */
const VISIT = /\.(cold|warm)(?=\.)/

/** By its whole name, each median by the median that the yardstick has of it. What it has not is left out. */
export function ratiosOf(results: Results, yardstick: Results): Results {
  const medians = new Map(figuresOf(yardstick).map(({ name, spread }) => [name, spread.median]))
  return Object.fromEntries(
    figuresOf(results).flatMap(({ name, spread }) => {
      const measured = medians.get(name.replace(VISIT, ''))
      return measured ? [[name, round(spread.median / measured)]] : []
    }),
  )
}
