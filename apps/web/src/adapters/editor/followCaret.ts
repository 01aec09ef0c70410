import { NodeSelection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Before a key is taken: whoever chose a joint line and clicked elsewhere has left it, though the browser tells of
 * that some milliseconds later. What is typed until then would be taken for typed on the line, and lost.
 */
export function followCaret(view: EditorView): void {
  const { doc, selection, tr } = view.state
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
  if (!(selection instanceof NodeSelection) || !anchorNode || !focusNode) return
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0)
  const head = view.posAtDOM(focusNode, focusOffset ?? 0)
  const isOnLine = [anchor, head].some((at) => at >= selection.from && at <= selection.to)
  if (isOnLine) return
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}
