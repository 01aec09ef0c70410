/** What was measured several times. */
export type Spread = { median: number; min: number; max: number }

/** What a bench found, by name. A plain number is exact, or was measured once. */
export type Results = { readonly [name: string]: number | Spread | Results }

/** One thing measured, under its whole name. */
export type Figure = { name: string; spread: Spread }

/** The middle of what was measured, and how far it went to either side. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) throw new Error('Nothing was measured')
  const half = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(half)] ?? min) + (sorted[Math.ceil(half)] ?? max)) / 2
  return { median: round(median), min: round(min), max: round(max) }
}

/**
 * Two measurements of the same thing at different times as one: the middle of both medians, and the spread of
 * both. What is exact takes the worse of the two, and what one of them has not is the other's.
 */
export function unite(first: Results, second: Results): Results {
  const both = Object.entries(first).map(([key, one]) => {
    const other = second[key]
    return [key, other === undefined ? one : uniteOne(one, other)]
  })
  return { ...second, ...Object.fromEntries(both) }
}

function uniteOne(one: Results[string], other: Results[string]): Results[string] {
  if (typeof one === 'number') return typeof other === 'number' ? Math.max(one, other) : one
  if (typeof other === 'number') return one
  if (!isSpread(one) || !isSpread(other)) return unite(one, other)
  return {
    median: round((one.median + other.median) / 2),
    min: Math.min(one.min, other.min),
    max: Math.max(one.max, other.max),
  }
}

/** To a thousandth, and to whole ones above a thousand: the rest is noise. */
export function round(value: number): number {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 3
  return Number(value.toFixed(digits))
}

/** All that a bench measured, in its order. */
export function figuresOf(results: Results, within = ''): Figure[] {
  return Object.entries(results).flatMap(([key, value]) => {
    const name = within ? `${within}.${key}` : key
    if (typeof value === 'number')
      return [{ name, spread: { median: value, min: value, max: value } }]
    return isSpread(value) ? [{ name, spread: value }] : figuresOf(value, name)
  })
}

function isSpread(value: Spread | Results): value is Spread {
  return typeof value['median'] === 'number'
}
