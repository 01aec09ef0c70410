import type { Run } from '@parley/release'
import { lift, setBlockType, toggleMark } from 'prosemirror-commands'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { proseSchema, webAddress } from './proseSchema.ts'
import { toolsOf, type PieceForm } from './editorTools.ts'

const { nodes, marks } = proseSchema

export const toggleEm: Command = toggleMark(marks.em)
export const toggleStrong: Command = toggleMark(marks.strong)

/** Makes the pieces of the selection that. What is in a list is taken out of it first. */
export function setForm(form: PieceForm): Command {
  return (state, dispatch, view) => {
    if (form === 'bulleted' || form === 'numbered') return intoList(form)(state, dispatch, view)
    let now = state
    const isInList = () => /bulleted|numbered/.test(toolsOf(now).form ?? '')
    if (dispatch)
      for (let most = 200; isInList() && most > 0; most--)
        liftListItem(nodes.list_item)(now, (tr) => {
          dispatch(tr)
          now = view?.state ?? now.apply(tr)
        })
    return setBlockType(...blockOf(form))(now, dispatch, view)
  }
}

function intoList(form: 'bulleted' | 'numbered'): Command {
  const list = form === 'bulleted' ? nodes.bullet_list : nodes.ordered_list
  return (state, dispatch, view) => {
    const now = toolsOf(state).form
    if (now === form) return liftListItem(nodes.list_item)(state, dispatch)
    if (now === 'bulleted' || now === 'numbered') return otherList(list)(state, dispatch)
    if (now !== 'paragraph') {
      setBlockType(nodes.paragraph)(state, dispatch)
      return wrapInList(list)(view?.state ?? state, dispatch)
    }
    return wrapInList(list)(state, dispatch)
  }
}

function otherList(list: typeof nodes.bullet_list): Command {
  return ({ selection: { $from }, tr }, dispatch) => {
    const depth = $from.depth - 2
    if (depth < 1) return false
    dispatch?.(tr.setNodeMarkup($from.before(depth), list))
    return true
  }
}

function blockOf(
  form: Exclude<PieceForm, 'bulleted' | 'numbered'>,
): Parameters<typeof setBlockType> {
  switch (form) {
    case 'heading-2':
      return [nodes.heading, { level: 2 }]
    case 'heading-3':
      return [nodes.heading, { level: 3 }]
    case 'quote':
      return [nodes.quote]
    case 'paragraph':
      return [nodes.paragraph]
  }
}

/** Makes what is chosen a link there; without an address that may stand in a readout, it is none any more. */
export function setLink(typed: string): Command {
  const href = webAddress(typed)
  return (state, dispatch) => {
    const { from, to } = linkRange(state)
    if (from === to) return false
    const tr = state.tr.removeMark(from, to, marks.link)
    dispatch?.(href === undefined ? tr : tr.addMark(from, to, marks.link.create({ href })))
    return true
  }
}

/** Puts a joint line where the cursor is, as a piece of its own. */
export function placeLine(joint: string, text: string): Command {
  return ({ tr, selection }, dispatch) => {
    const runs: Run[] = [{ text }]
    const node = nodes.joint.create({ joint, runs })
    const { $to } = selection
    const end = $to.depth > 0 ? $to.after(1) : $to.pos
    const isEmpty = $to.depth === 1 && $to.parent.content.size === 0
    dispatch?.(isEmpty ? tr.replaceWith($to.before(1), end, node) : tr.insert(end, node))
    return true
  }
}

/** Takes that joint line out, wherever it stands. */
export function removeLine(joint: string): Command {
  return ({ tr, doc }, dispatch) => {
    const places: { from: number; to: number }[] = []
    doc.forEach((node, from) => {
      if (node.attrs['joint'] === joint) places.push({ from, to: from + node.nodeSize })
    })
    if (places.length === 0) return false
    for (const { from, to } of places.toReversed())
      if (doc.childCount === 1) tr.replaceWith(from, to, nodes.paragraph.create())
      else tr.delete(from, to)
    dispatch?.(tr)
    return true
  }
}

/** The whole link around the cursor, or what is chosen. */
function linkRange({ doc, selection }: EditorState): { from: number; to: number } {
  const { from, to, empty, $from } = selection
  if (!empty) return { from, to }
  const link = $from.marks().find(({ type }) => type === marks.link)
  if (!link) return { from, to }
  const range = { from, to }
  const begin = $from.start()
  doc.nodesBetween(begin, $from.end(), (node, position) => {
    if (!link.isInSet(node.marks)) return
    const [first, last] = [position, position + node.nodeSize]
    if (first <= from && from <= last) Object.assign(range, { from: first, to: last })
  })
  return range
}

/** Out of a list, at the beginning of an item. */
export const liftOut: Command = (state, dispatch) =>
  liftListItem(nodes.list_item)(state, dispatch) || lift(state, dispatch)
