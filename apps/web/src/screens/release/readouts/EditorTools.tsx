import { Trans, useLingui } from '@lingui/react/macro'
import { Bold, Italic, Link2, List, ListOrdered, Redo2, Undo2 } from 'lucide-react'
import { redo, undo } from 'prosemirror-history'
import type { ReactNode } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import type { Editor } from '../../../adapters/editor/openEditor.ts'
import { ToggleButton } from '../../../components/ToggleButton.tsx'
import { setForm, toggleEm, toggleStrong } from '../../../model/release/readouts/editorCommands.ts'
import type { PieceForm, Tools } from '../../../model/release/readouts/editorTools.ts'

/** The buttons above a text: they say how it is at the cursor, and change it. */
export function EditorTools({
  label,
  editor,
  tools,
  onLink,
}: {
  label: string
  editor: Editor | undefined
  tools: Tools
  onLink: () => void
}): ReactNode {
  const { t } = useLingui()
  const form = (chosen: PieceForm) => editor?.run(setForm(chosen))
  return (
    <Toolbar className="editor__tools" aria-label={label}>
      <select
        className="input editor__form"
        aria-label={t`Form of this paragraph`}
        value={tools.form ?? 'paragraph'}
        onChange={({ target }) => form(target.value as PieceForm)}
      >
        <option value="paragraph">{t`Paragraph`}</option>
        <option value="heading-2">{t`Heading`}</option>
        <option value="heading-3">{t`Smaller heading`}</option>
        <option value="quote">{t`Quotation`}</option>
        <option value="bulleted">{t`List`}</option>
        <option value="numbered">{t`Numbered list`}</option>
      </select>
      <ToggleButton
        className="btn btn--icon"
        aria-label={t`Bold`}
        isSelected={tools.isStrong}
        onChange={() => editor?.run(toggleStrong)}
      >
        <Bold className="icon" aria-hidden="true" />
      </ToggleButton>
      <ToggleButton
        className="btn btn--icon"
        aria-label={t`Italic`}
        isSelected={tools.isEm}
        onChange={() => editor?.run(toggleEm)}
      >
        <Italic className="icon" aria-hidden="true" />
      </ToggleButton>
      <ToggleButton
        className="btn btn--icon"
        aria-label={t`List`}
        isSelected={tools.form === 'bulleted'}
        onChange={() => form('bulleted')}
      >
        <List className="icon" aria-hidden="true" />
      </ToggleButton>
      <ToggleButton
        className="btn btn--icon"
        aria-label={t`Numbered list`}
        isSelected={tools.form === 'numbered'}
        onChange={() => form('numbered')}
      >
        <ListOrdered className="icon" aria-hidden="true" />
      </ToggleButton>
      <Button className="btn" aria-disabled={!tools.mayLink} onPress={onLink}>
        <Link2 className="icon" aria-hidden="true" />
        <Trans>Link</Trans>
      </Button>
      <Button
        className="btn btn--icon"
        aria-label={t`Undo`}
        aria-disabled={!tools.mayUndo}
        onPress={() => editor?.run(undo)}
      >
        <Undo2 className="icon" aria-hidden="true" />
      </Button>
      <Button
        className="btn btn--icon"
        aria-label={t`Redo`}
        aria-disabled={!tools.mayRedo}
        onPress={() => editor?.run(redo)}
      >
        <Redo2 className="icon" aria-hidden="true" />
      </Button>
    </Toolbar>
  )
}
