import type { Prose } from '@parley/release'
import { diffArrays } from 'diff'
import { Fragment, type Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { blockOf } from './blocksOf.ts'
import { nodeOf } from './docOf.ts'

/** A piece of the text that says something, and where it stands. */
type Place = { key: string; from: number; to: number }

/**
 * Puts that text into a document where it differs, piece by piece, so that what nobody changed stays as it is,
 * with the cursor in it. Paragraphs that are still empty stay too.
 */
export function changeBlocks(tr: Transaction, next: Prose): Transaction {
  const places = placesOf(tr.doc)
  const keys = places.map(({ key }) => key)
  const changes = diffArrays(
    keys,
    next.map((block) => JSON.stringify(block)),
  )
  let [before, after] = [0, 0]
  const hunks: { from: number; to: number; with: Prose }[] = []
  for (const { added, removed, count } of changes) {
    const last = hunks.at(-1)
    if (removed) {
      const [first, end] = [places[before], places[before + count - 1]]
      if (first && end) hunks.push({ from: first.from, to: end.to, with: [] })
      before += count
    } else if (added) {
      const at = places[before - 1]?.to ?? 0
      const put = next.slice(after, after + count)
      if (last && last.to === at && last.with.length === 0 && last.from < at) last.with = put
      else hunks.push({ from: at, to: at, with: put })
      after += count
    } else {
      before += count
      after += count
    }
  }
  for (const hunk of hunks.toReversed())
    tr.replaceWith(hunk.from, hunk.to, Fragment.from(hunk.with.map(nodeOf)))
  return tr
}

function placesOf(doc: Node): Place[] {
  const places: Place[] = []
  doc.forEach((node, offset) => {
    const block = blockOf(node)
    if (block) places.push({ key: JSON.stringify(block), from: offset, to: offset + node.nodeSize })
  })
  return places
}
