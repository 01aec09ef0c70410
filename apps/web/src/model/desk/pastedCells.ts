/** A line of a list, in cells, by the number of the line that it begins on. */
export type PastedLine = { line: number; cells: readonly string[] }

/** A bullet or a number before a name. */
const MARK = /^\s*(?:[-*•–—·]|\d{1,3}[.)])\s+/

/**
 * The lines of a pasted list that have something on them. Cells are apart by tabs, as a spreadsheet
 * copies them; where there is none by semicolons, and else by commas. Quotes hold a cell together.
 */
export function pastedCells(text: string): readonly PastedLine[] {
  const between = separatorOf(text)
  // A quote that nothing closes is part of a name.
  const quote = text.split('"').length % 2 === 1 ? '"' : undefined
  const lines: { line: number; cells: string[] }[] = []
  let [line, row, cell, isQuoted] = [1, { line: 1, cells: [] as string[] }, '', false]
  const endCell = () => {
    row.cells.push(tidy(cell))
    cell = ''
  }
  const endRow = () => {
    endCell()
    lines.push(row)
    row = { line: line + 1, cells: [] }
  }
  const characters = text.replaceAll(/\r\n?/g, '\n').split('')
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    if (character === quote && isQuoted && characters[at + 1] === quote) {
      cell += character
      at++
    } else if (character === quote && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    else if (isQuoted) cell += character
    else if (character === '\n') endRow()
    else if (between.includes(character)) endCell()
    else cell += character
    if (character === '\n') line++
  }
  endRow()
  return lines
    .map(({ cells, ...rest }) => ({ ...rest, cells: withoutMark(cells) }))
    .filter(({ cells }) => cells.some((one) => one !== ''))
}

function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t'
  return /[;؛]/.test(text) ? ';؛' : ',،'
}

function withoutMark([first = '', ...rest]: readonly string[]): readonly string[] {
  return [first.replace(MARK, ''), ...rest]
}

function tidy(cell: string): string {
  return cell.replaceAll(/\s+/g, ' ').trim()
}
