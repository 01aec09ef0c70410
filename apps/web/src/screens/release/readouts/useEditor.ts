import type { Prose } from '@parley/release'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { openEditor, type Editor } from '../../../adapters/editor/openEditor.ts'
import type { EditorMarks } from '../../../adapters/editor/marksPlugin.ts'
import { tongueDirection } from '../../../language/tongueDirection.ts'
import { NO_TOOLS, type Tools } from '../../../model/release/readouts/editorTools.ts'

/** An editor in a place of the page: what it is opened with, and what it is told later. */
export function useEditor({
  name,
  language,
  body,
  shown,
  marks,
  onWrite,
  onLink,
}: {
  name: string
  language: string
  body: Prose
  /** Counts what others put into the text. */
  shown: number
  marks: EditorMarks
  onWrite: (body: Prose) => void
  onLink: () => void
}): { place: RefObject<HTMLDivElement | null>; editor: Editor | undefined; tools: Tools } {
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  const [tools, setTools] = useState(NO_TOOLS)
  const write = useEffectEvent(onWrite)
  const link = useEffectEvent(onLink)
  const direction: 'ltr' | 'rtl' = tongueDirection(language) === 'rtl' ? 'rtl' : 'ltr'
  const now = useEffectEvent(() => ({ prose: body, shown, name, language, direction }))

  useEffect(() => {
    if (!place.current) return
    const opened = openEditor(place.current, now(), {
      onWrite: write,
      onTools: setTools,
      onLink: link,
    })
    setEditor(opened)
    return () => {
      opened[Symbol.dispose]()
      setEditor(undefined)
    }
  }, [])
  useEffect(() => editor?.call({ name, language, direction }), [editor, name, language, direction])
  useEffect(() => editor?.show(now().prose, shown), [editor, shown])
  useEffect(() => editor?.mark(marks), [editor, marks])
  return { place, editor, tools }
}
