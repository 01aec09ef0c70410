import { useState, type ReactNode } from 'react'
import { Field } from '../../../components/Field.tsx'

/**
 * A line of the text. It shows what is typed at once, and what others wrote in it once `shown` counts on: what
 * comes back of one's own typing does not move the cursor.
 */
export function OwnLine({
  label,
  hint,
  value,
  shown,
  maxLength,
  onWrite,
}: {
  label: string
  hint?: ReactNode
  value: string
  shown: number
  maxLength: number
  onWrite: (text: string) => void
}): ReactNode {
  const [typed, setTyped] = useState({ text: value, shown })
  const text = typed.shown === shown ? typed.text : value
  return (
    <Field
      label={label}
      hint={hint}
      value={text}
      maxLength={maxLength}
      onChange={(next) => {
        setTyped({ text: next, shown })
        onWrite(next)
      }}
    />
  )
}
