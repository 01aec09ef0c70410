import { isOver, boundOf } from './bounds.ts'
import type { Change } from './compare.ts'
import type { Report } from './report.ts'
import { figuresOf, round, type Spread } from './spread.ts'

/** What was measured, one thing to a line, with its bound where it has one. */
export function tableOf({ results }: Pick<Report, 'results'>): string {
  const rows = figuresOf(results).map(({ name, spread }) => {
    const bound = boundOf(name)
    const mark = bound !== undefined && isOver(name, spread.median) ? 'over' : ''
    return [name, String(spread.median), rangeOf(spread), bound ?? '', mark]
  })
  return layOut(['', 'median', 'from – to', 'bound', ''], rows)
}

/** What changed, one thing to a line. */
export function tableOfChanges(changes: readonly Change[]): string {
  const rows = changes.map(({ name, old, new: now, ratio, mark }) => {
    const moved = Number.isFinite(ratio) ? `× ${round(ratio)}` : ''
    return [name, `${old.median}`, rangeOf(old), `${now.median}`, rangeOf(now), moved, mark ?? '']
  })
  return layOut(['', 'old', 'from – to', 'new', 'from – to', 'ratio', ''], rows)
}

function rangeOf({ min, max }: Spread): string {
  return min === max ? '' : `${min} – ${max}`
}

function layOut(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}
