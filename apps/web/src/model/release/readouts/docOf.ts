import type { Block, Prose, Run } from '@parley/release'
import type { Mark, Node } from 'prosemirror-model'
import { proseSchema } from './proseSchema.ts'

const { nodes, marks } = proseSchema

/** A text to be written on. Without anything it is one empty paragraph. */
export function docOf(prose: Prose): Node {
  const blocks = prose.map(nodeOf)
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()])
}

/** One piece of it. */
export function nodeOf(block: Block): Node {
  switch (block.is) {
    case 'heading':
      return nodes.heading.create({ level: block.level }, block.runs.map(textOf))
    case 'quote':
      return nodes.quote.create(null, block.runs.map(textOf))
    case 'list': {
      const list = block.ordered ? nodes.ordered_list : nodes.bullet_list
      const items = block.items.map((runs) =>
        nodes.list_item.create(null, nodes.paragraph.create(null, runs.map(textOf))),
      )
      return list.create(null, items)
    }
    case 'paragraph':
      return block.joint
        ? nodes.joint.create({ joint: block.joint, runs: block.runs })
        : nodes.paragraph.create(null, block.runs.map(textOf))
  }
}

/** Words that are written alike, for the midst of a line. */
function textOf({ text, em, strong, href }: Run): Node {
  let all: readonly Mark[] = []
  if (href) all = marks.link.create({ href }).addToSet(all)
  if (em) all = marks.em.create().addToSet(all)
  if (strong) all = marks.strong.create().addToSet(all)
  return proseSchema.text(text, all)
}
