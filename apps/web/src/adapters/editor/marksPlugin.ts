import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { JointMark } from './jointView.ts'

/** What is marked in a text without being part of it. */
export type EditorMarks = {
  /** By the hash of its document, how a joint line is shown. */
  readonly lines: ReadonlyMap<string, JointMark>
  /** Words that comments are about. */
  readonly commented: readonly string[]
}

const NOTHING: EditorMarks = { lines: new Map(), commented: [] }
const key = new PluginKey<{ marks: EditorMarks; drawn: DecorationSet }>('marks')

/** Draws the marks that it was told last, wherever their words stand now. */
export function marksPlugin(): Plugin {
  return new Plugin<{ marks: EditorMarks; drawn: DecorationSet }>({
    key,
    state: {
      init: () => ({ marks: NOTHING, drawn: DecorationSet.empty }),
      apply(tr, before) {
        const told: EditorMarks | undefined = tr.getMeta(key)
        if (!told && !tr.docChanged) return before
        const marks = told ?? before.marks
        return { marks, drawn: DecorationSet.create(tr.doc, decorationsOf(tr.doc, marks)) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  })
}

/** The change that tells them. */
export function tellMarks(tr: Transaction, marks: EditorMarks): Transaction {
  return tr.setMeta(key, marks).setMeta('addToHistory', false)
}

function decorationsOf(doc: Node, { lines, commented }: EditorMarks): Decoration[] {
  const all: Decoration[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'joint') {
      const joint = lines.get(String(node.attrs['joint']))
      // Another class where it changes, so that the line is drawn anew.
      if (joint)
        all.push(
          Decoration.node(position, position + node.nodeSize, { 'data-is': joint.is }, { joint }),
        )
    }
    if (!node.isTextblock) return true
    const text = node.textContent
    for (const words of commented) {
      const at = words === '' ? -1 : text.indexOf(words)
      if (at >= 0)
        all.push(
          Decoration.inline(position + 1 + at, position + 1 + at + words.length, {
            class: 'commented',
          }),
        )
    }
    return false
  })
  return all
}
