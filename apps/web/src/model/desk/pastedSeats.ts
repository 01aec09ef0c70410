import { languagesNamed } from './languageWords.ts'
import { pastedCells, type PastedLine } from './pastedCells.ts'
import { columnsOf, type Column } from './pastedColumns.ts'
import { roleNamed } from './roleWords.ts'
import type { SeatDraft } from './seatDraft.ts'

/** A pasted list as it was read. */
export type PastedSeats = {
  drafts: readonly SeatDraft[]
  /** Columns that say nothing a seat has, by their heads. */
  leftOut: readonly string[]
}

type Cells = Record<Column, string>

const NOTHING: Cells = { name: '', given: '', family: '', office: '', role: '', languages: '' }

/**
 * Reads people from a spreadsheet or a list. A first line may name its columns, in any order; without
 * one, the name is first, a role and a language are known by their words, and the rest is the office.
 * Whoever has no role is taken for an adviser, who speaks `language`.
 */
export function pastedSeats(text: string, language: string): PastedSeats {
  const lines = pastedCells(text)
  const [head] = lines
  const columns = head && columnsOf(head.cells)
  const people = columns ? lines.slice(1) : lines
  const read = (line: PastedLine) => (columns ? byColumn(line, columns) : byWord(line))
  return {
    drafts: people.map((line, key) => draftOf(read(line), { key, line: line.line, language })),
    leftOut: columns ? head.cells.filter((cell, place) => cell !== '' && !columns[place]) : [],
  }
}

function byColumn({ cells }: PastedLine, columns: readonly (Column | undefined)[]): Cells {
  const found = { ...NOTHING }
  cells.forEach((cell, place) => {
    const column = columns[place]
    if (column && cell !== '') found[column] = [found[column], cell].filter(Boolean).join(', ')
  })
  return found
}

/** A short code may be anything, so that only one in small letters counts as a language here. */
function byWord({ cells: [name = '', ...rest] }: PastedLine): Cells {
  const found = { ...NOTHING, name }
  const offices: string[] = []
  for (const cell of rest.filter((one) => one !== '')) {
    const isLanguage = languagesNamed(cell) !== undefined && !/^[A-Z]{2}$/.test(cell)
    if (found.role === '' && roleNamed(cell)) found.role = cell
    else if (isLanguage) found.languages = [found.languages, cell].filter(Boolean).join(', ')
    else offices.push(cell)
  }
  return { ...found, office: offices.join(', ') }
}

function draftOf(
  { name, given, family, office, role, languages }: Cells,
  { key, line, language }: { key: number; line: number; language: string },
): SeatDraft {
  return {
    key,
    line,
    name: [name, given, family].filter(Boolean).join(' '),
    office,
    role: role === '' ? 'adviser' : roleNamed(role),
    roleWord: role,
    languages: languages === '' ? [language] : (languagesNamed(languages) ?? []),
    languageWord: languages,
  }
}
