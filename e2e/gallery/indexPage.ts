import type { Row } from './album.ts'
import { COLUMNS, columnsFor, fileOf, nameOf, type Column } from './columns.ts'

const STYLE = `
  body { margin: 0; font: 14px/1.4 system-ui, sans-serif; color: #1b1b1b; background: #f4f3f0 }
  h1, p { margin: 16px }
  table { border-collapse: separate; border-spacing: 8px }
  thead th { position: sticky; top: 0; z-index: 1; background: #f4f3f0; font-weight: 600 }
  tbody th { position: sticky; left: 0; width: 180px; min-width: 180px; padding: 0 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; background: #f4f3f0 }
  td { vertical-align: top }
  img { display: block; width: 160px; height: 120px; object-fit: contain; object-position: top; border: 1px solid #bbb; background: #fff }
  .missing { color: #a00000; font-weight: 600 }
`

/** A page that shows the pictures: a row for each screen, a column for each way to look at it. It asks for nothing else. */
export function indexPage(rows: readonly Row[]): string {
  const columns = COLUMNS.filter((column) => rows.some((row) => isLookedAt(row, column)))
  const heads = columns.map((column) => `<th scope="col">${nameOf(column)}</th>`)
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gallery</title><style>${STYLE}</style></head>
<body>
<h1>Gallery</h1>
<p>${rows.length} screens. A picture opens in full.</p>
<table>
<thead><tr><th scope="col">Screen</th>${heads.join('')}</tr></thead>
<tbody>
${rows.map((row) => lineOf(row, columns)).join('\n')}
</tbody>
</table>
</body>
</html>
`
}

function lineOf(row: Row, columns: readonly Column[]): string {
  const cells = columns.map((column) => `<td>${cellOf(row, column)}</td>`)
  return `<tr><th scope="row">${escaped(row.screen)}</th>${cells.join('')}</tr>`
}

function cellOf(row: Row, column: Column): string {
  if (!isLookedAt(row, column)) return ''
  const file = fileOf(row.screen, column)
  if (!row.taken.has(file)) return '<span class="missing">not reached</span>'
  const alt = escaped(`${row.screen}, ${nameOf(column)}`)
  return `<a href="${file}"><img src="${file}" alt="${alt}" loading="lazy"></a>`
}

function isLookedAt({ screen }: Row, column: Column): boolean {
  return columnsFor(screen).includes(column)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
