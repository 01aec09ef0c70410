import { useLingui } from '@lingui/react/macro'
import type { Prose } from '@parley/release'
import { useState, type ReactNode } from 'react'
import type { EditorMarks } from '../../../adapters/editor/marksPlugin.ts'
import type { Editor } from '../../../adapters/editor/openEditor.ts'
import { setLink } from '../../../model/release/readouts/editorCommands.ts'
import type { Tools } from '../../../model/release/readouts/editorTools.ts'
import { EditorTools } from './EditorTools.tsx'
import { LinkForm } from './LinkForm.tsx'
import { useEditor } from './useEditor.ts'

const NO_MARKS: EditorMarks = { lines: new Map(), commented: [] }

/** A text to write on, with its tools. `children` is what else can be done at the cursor. */
export function TextEditor({
  name,
  language,
  body,
  shown,
  marks = NO_MARKS,
  onWrite,
  children,
}: {
  name: string
  language: string
  body: Prose
  shown: number
  marks?: EditorMarks
  onWrite: (body: Prose) => void
  children?: (at: { editor: Editor | undefined; tools: Tools }) => ReactNode
}): ReactNode {
  const { t } = useLingui()
  const [isLinking, setLinking] = useState(false)
  const onLink = () => setLinking(true)
  const { place, editor, tools } = useEditor({
    name,
    language,
    body,
    shown,
    marks,
    onWrite,
    onLink,
  })
  return (
    <div className="editor">
      <EditorTools label={t`Form of the text`} editor={editor} tools={tools} onLink={onLink} />
      {isLinking ? (
        <LinkForm
          href={tools.href}
          onDone={(href) => {
            setLinking(false)
            if (href === undefined) editor?.focus()
            else editor?.run(setLink(href))
          }}
        />
      ) : null}
      <div ref={place} className="editor__text prose" />
      {children?.({ editor, tools })}
    </div>
  )
}
