import { linesOf, textOfRuns, type Block, type Mark, type Prose, type Run } from '@parley/release'
import { html, type Content, type Markup } from './markup.ts'

/** What stands beside a text: what is marked in it, how a mark is written, and what is said below a paragraph. */
export type Beside = {
  readonly marks?: readonly Mark[]
  /** The sign after what is marked. */
  readonly sign?: (letter: string) => Content
  readonly under?: (
    block: Block,
  ) => { readonly isJoint: boolean; readonly words: Content } | undefined
}

/** A text as it stands on the page. Its headings are below that of the account. */
export function proseOf(body: Prose, beside: Beside = {}): Markup {
  return html`${body.map((block, at) => blockOf(block, at, beside))}`
}

function blockOf(block: Block, at: number, beside: Beside): Markup {
  const lines = linesOf(block).map((runs, line) => {
    const marks = (beside.marks ?? []).filter((mark) => mark.block === at && mark.line === line)
    return lineOf(runs, marks, beside)
  })
  switch (block.is) {
    case 'heading':
      return block.level === 2 ? html`<h4>${lines}</h4>` : html`<h5>${lines}</h5>`
    case 'quote':
      return html`<blockquote><p>${lines}</p></blockquote>`
    case 'list': {
      const items = lines.map((line) => html`<li>${line}</li>`)
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`
    }
    case 'paragraph': {
      const under = beside.under?.(block)
      return html`<p${under?.isJoint && html` class="joint"`}>${lines}${under && html`<span class="joint__tag">${under.words}</span>`}</p>`
    }
  }
}

function lineOf(runs: readonly Run[], marks: readonly Mark[], { sign }: Beside): Markup {
  const inOrder = marks.toSorted((a, b) => a.from - b.from)
  const parts: Content[] = []
  let at = 0
  for (const { from, to, letter, isLast } of inOrder) {
    parts.push(stretch(runs, at, from))
    parts.push(html`<mark class="d">${stretch(runs, from, to)}${isLast && sign?.(letter)}</mark>`)
    at = to
  }
  return html`${parts}${stretch(runs, at, textOfRuns(runs).length)}`
}

/** What stands from there to there in a line. */
function stretch(runs: readonly Run[], from: number, to: number): Content[] {
  let start = 0
  return runs.map((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text !== '' && written(run, text)
  })
}

function written({ em, strong, href }: Run, text: string): Markup {
  const slanted = em ? html`<em>${text}</em>` : html`${text}`
  const heavy = strong ? html`<strong>${slanted}</strong>` : slanted
  return href === undefined
    ? heavy
    : html`<a href="${href}" rel="noopener nofollow external">${heavy}</a>`
}
