import { Send } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { tongueDirection } from '../../language/tongueDirection.ts'
import { MESSAGE_AT_MOST } from '../../model/callScreenState.ts'

/** A field to write a message in; `children` says how it is written. */
export function WriteField({
  label,
  placeholder,
  sends,
  draft,
  language,
  canSend,
  onChange,
  onSend,
  children,
}: {
  label: ReactNode
  placeholder: string
  /** On the button that sends it. */
  sends: ReactNode
  draft: string
  language: string | undefined
  canSend: boolean
  onChange: (text: string) => void
  onSend: () => void
  children: ReactNode
}): ReactNode {
  return (
    <form
      className="msgs__write"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <TextField className="field" value={draft} maxLength={MESSAGE_AT_MOST} onChange={onChange}>
        <Label>{label}</Label>
        <TextArea
          className="input"
          lang={draft === '' ? undefined : language}
          dir={draft === '' ? undefined : tongueDirection(language)}
          rows={2}
          placeholder={placeholder}
          onKeyDown={(event) => onEnter(event, onSend)}
        />
      </TextField>
      <Button className="btn btn--primary btn--wide" type="submit" isDisabled={!canSend}>
        <Send className="icon" aria-hidden />
        <span className="msgs__send">{sends}</span>
      </Button>
      <div className="msgs__how">{children}</div>
    </form>
  )
}

/** Enter sends, Shift with Enter breaks the line; not while letters are being composed. */
export function onEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  submit()
}
