import type { Prose } from '@parley/release'
import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { EditorState, NodeSelection, type Command, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { blocksOf } from '../../model/release/readouts/blocksOf.ts'
import { changeBlocks } from '../../model/release/readouts/changeBlocks.ts'
import { docOf } from '../../model/release/readouts/docOf.ts'
import { editorKeys } from '../../model/release/readouts/editorKeys.ts'
import { toolsOf, type Tools } from '../../model/release/readouts/editorTools.ts'
import { boundsPlugin } from './boundsPlugin.ts'
import { followCaret } from './followCaret.ts'
import { jointView } from './jointView.ts'
import { marksPlugin, tellMarks, type EditorMarks } from './marksPlugin.ts'
import { pastePlugin } from './pastePlugin.ts'
import { writingRules } from './writingRules.ts'

/** A text that is written on, in a page. */
export interface Editor extends Disposable {
  /**
   * Shows another text, if it is not the one of that count already; where it differs, it is changed, and
   * nothing of that is undone by who writes here.
   */
  show(prose: Prose, shown: number): void
  /** Does what a button or a key asks for. Whoever pressed it goes on writing. */
  run(command: Command): void
  /** What is marked in the text: words that somebody commented, and how far each joint line is. */
  mark(marks: EditorMarks): void
  /** Is called otherwise from now on, or written in another language. What can be undone stays. */
  call(called: Called): void
  focus(): void
}

/** What a screen reader calls an editor, and the language and direction of what is written in it. */
type Called = { name: string; language: string; direction: 'ltr' | 'rtl' }

/** What an editor tells whoever opened it. */
export type EditorHearer = {
  /** Somebody wrote. */
  onWrite: (prose: Prose) => void
  /** The cursor moved, or what is around it changed. */
  onTools: (tools: Tools) => void
  /** Somebody asked for a link by the keyboard. */
  onLink: () => void
}

/** Opens an editor in that place of the page, named for a screen reader. */
export function openEditor(
  place: HTMLElement,
  { prose, shown, ...called }: { prose: Prose; shown: number } & Called,
  { onWrite, onTools, onLink }: EditorHearer,
): Editor {
  const state = EditorState.create({
    doc: docOf(prose),
    plugins: [
      writingRules(),
      keymap({ ...editorKeys, 'Mod-k': () => (onLink(), true) }),
      keymap(baseKeymap),
      history(),
      boundsPlugin(),
      pastePlugin(),
      marksPlugin(),
    ],
  })
  const view = new EditorView(
    { mount: place },
    {
      state,
      attributes: attributesOf(called),
      nodeViews: { joint: jointView },
      handleKeyDown: (now) => (followCaret(now), false),
      // What is typed on a joint line that is chosen would take its place: it is locked, and taken out by a key that says so.
      handleTextInput: ({ state: now }) => now.selection instanceof NodeSelection,
      dispatchTransaction: dispatch,
    },
  )
  let seen = shown
  onTools(toolsOf(view.state))

  function dispatch(tr: Transaction): void {
    view.updateState(view.state.apply(tr))
    onTools(toolsOf(view.state))
    if (tr.docChanged && !tr.getMeta(OF_OTHERS)) onWrite(blocksOf(view.state.doc))
  }

  return {
    show(next, count) {
      if (count === seen) return
      seen = count
      const tr = changeBlocks(view.state.tr, next)
      if (tr.docChanged) view.dispatch(tr.setMeta(OF_OTHERS, true).setMeta('addToHistory', false))
    },
    run(command) {
      view.focus()
      command(view.state, view.dispatch, view)
    },
    mark(marks) {
      view.dispatch(tellMarks(view.state.tr, marks))
    },
    call(now) {
      view.setProps({ attributes: attributesOf(now) })
    },
    focus: () => view.focus(),
    [Symbol.dispose]: () => view.destroy(),
  }
}

const OF_OTHERS = 'of-others'

function attributesOf({ name, language, direction }: Called): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': name,
    lang: language,
    dir: direction,
    spellcheck: 'true',
  }
}
