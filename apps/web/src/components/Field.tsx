import type { ComponentProps, ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'

/** A line to write in, with its label, a hint, and what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  code = false,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'children'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  code?: boolean
}): ReactNode {
  return (
    <TextField className="field" isInvalid={error !== undefined && error !== null} {...field}>
      <Label>{label}</Label>
      <Input
        className={code ? 'input code' : 'input'}
        dir={code || field.type ? undefined : 'auto'}
        autoComplete="off"
        spellCheck={!code}
      />
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field__error">{error}</FieldError>
    </TextField>
  )
}
