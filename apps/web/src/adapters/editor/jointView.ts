import type { Node } from 'prosemirror-model'
import type { Decoration, NodeView } from 'prosemirror-view'
import { jointText } from '../../model/release/readouts/proseSchema.ts'

/** How a joint line is shown: a class for its form, and the words below it. */
export type JointMark = { is: 'agreed' | 'awaited' | 'not-agreed'; words: string }

/** Draws a joint line: its words, and below them how far it is. Nobody writes in it. */
export function jointView(
  node: Node,
  _view: unknown,
  _place: unknown,
  decorations: readonly Decoration[],
): NodeView {
  const dom = document.createElement('div')
  const text = document.createElement('span')
  const tag = document.createElement('span')
  dom.append(text, tag)
  dom.contentEditable = 'false'
  text.dir = 'auto'
  tag.className = 'joint__tag'
  const draw = (of: Node, marks: readonly Decoration[]) => {
    const mark = markOf(marks)
    dom.className = `joint joint--${mark?.is ?? 'not-agreed'}`
    text.textContent = jointText(of)
    tag.textContent = mark?.words ?? ''
  }
  draw(node, decorations)
  return {
    dom,
    update(next, marks) {
      if (next.type.name !== 'joint') return false
      draw(next, marks)
      return true
    },
    ignoreMutation: () => true,
    selectNode: () => dom.classList.add('joint--chosen'),
    deselectNode: () => dom.classList.remove('joint--chosen'),
  }
}

function markOf(decorations: readonly Decoration[]): JointMark | undefined {
  const found = decorations.find(({ spec }) => (spec as { joint?: JointMark }).joint)
  return (found?.spec as { joint?: JointMark } | undefined)?.joint
}
