import { chainCommands, splitBlock } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { splitListItem } from 'prosemirror-schema-list'
import type { Command } from 'prosemirror-state'
import { liftOut, setForm, toggleEm, toggleStrong } from './editorCommands.ts'
import { proseSchema } from './proseSchema.ts'

const newPiece = chainCommands(splitListItem(proseSchema.nodes.list_item), atEmptyItem(liftOut))

/** The keys of the editor, as most are used to them. Tab leads out of it, as everywhere on the page. */
export const editorKeys: Readonly<Record<string, Command>> = {
  'Mod-b': toggleStrong,
  'Mod-i': toggleEm,
  'Mod-z': undo,
  'Shift-Mod-z': redo,
  'Mod-y': redo,
  'Mod-Alt-0': setForm('paragraph'),
  'Mod-Alt-2': setForm('heading-2'),
  'Mod-Alt-3': setForm('heading-3'),
  'Shift-Mod-7': setForm('numbered'),
  'Shift-Mod-8': setForm('bulleted'),
  'Shift-Mod-9': setForm('quote'),
  Enter: newPiece,
  'Shift-Enter': chainCommands(newPiece, splitBlock),
  Backspace: atStart(liftOut),
}

/** Only where nothing is chosen and the cursor stands before the first word of an item. */
function atStart(command: Command): Command {
  return (state, dispatch, view) => {
    const { empty, $from } = state.selection
    const isInItem = $from.depth > 2 && $from.parentOffset === 0
    return empty && isInItem ? command(state, dispatch, view) : false
  }
}

/** Only in an item without words. */
function atEmptyItem(command: Command): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection
    const isEmptyItem = $from.depth > 2 && $from.parent.content.size === 0
    return isEmptyItem ? command(state, dispatch, view) : false
  }
}
