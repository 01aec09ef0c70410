import type { MarkType, Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { redoDepth, undoDepth } from 'prosemirror-history'
import { proseSchema } from './proseSchema.ts'

/** What a piece of the text is, for the choice among them. */
export type PieceForm = 'paragraph' | 'heading-2' | 'heading-3' | 'quote' | 'bulleted' | 'numbered'

/** What the buttons above a text say about the place of the cursor. */
export type Tools = {
  readonly form: PieceForm | undefined
  readonly isEm: boolean
  readonly isStrong: boolean
  readonly href: string | undefined
  readonly mayLink: boolean
  readonly mayUndo: boolean
  readonly mayRedo: boolean
  /** The words that are chosen, for a comment on them or a line made of them. */
  readonly chosen: string
}

/** Before anything of a text is shown. */
export const NO_TOOLS: Tools = {
  form: 'paragraph',
  isEm: false,
  isStrong: false,
  href: undefined,
  mayLink: false,
  mayUndo: false,
  mayRedo: false,
  chosen: '',
}

/** How it is at the cursor. */
export function toolsOf(state: EditorState): Tools {
  const { selection, doc } = state
  const { from, to, empty, $from } = selection
  const { marks } = proseSchema
  const link = empty ? $from.marks().find(({ type }) => type === marks.link) : linkIn(doc, from, to)
  return {
    form: formOf($from.parent, $from.depth > 1 ? $from.node(-2) : undefined),
    isEm: hasMark(state, marks.em),
    isStrong: hasMark(state, marks.strong),
    href: link && String(link.attrs['href']),
    mayLink: !empty || link !== undefined,
    mayUndo: undoDepth(state) > 0,
    mayRedo: redoDepth(state) > 0,
    chosen: doc.textBetween(from, to, ' ').trim().slice(0, 500),
  }
}

function formOf(parent: Node, list: Node | undefined): PieceForm | undefined {
  if (list?.type === proseSchema.nodes.bullet_list) return 'bulleted'
  if (list?.type === proseSchema.nodes.ordered_list) return 'numbered'
  switch (parent.type.name) {
    case 'paragraph':
      return 'paragraph'
    case 'quote':
      return 'quote'
    case 'heading':
      return parent.attrs['level'] === 3 ? 'heading-3' : 'heading-2'
    default:
      return undefined
  }
}

function hasMark({ selection, doc, storedMarks }: EditorState, type: MarkType): boolean {
  const { empty, $from, from, to } = selection
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined
  return doc.rangeHasMark(from, to, type)
}

function linkIn(doc: Node, from: number, to: number) {
  let found: ReturnType<Node['marks']['find']>
  doc.nodesBetween(from, to, (node) => {
    found ??= node.marks.find(({ type }) => type === proseSchema.marks.link)
  })
  return found
}
