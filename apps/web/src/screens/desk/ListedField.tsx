import { useId, type ReactNode } from 'react'

/** A field to write in, with names to choose from; under it a hint, or what is wrong. */
export function ListedField({
  label,
  names,
  value,
  isWrong,
  saying,
  onChange,
  onBlur,
}: {
  label: string
  names: readonly string[]
  value: string
  isWrong: boolean
  saying: ReactNode
  onChange: (text: string) => void
  onBlur?: () => void
}): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        list={`${id}-names`}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p id={`${id}-hint`} className={isWrong ? 'field__error' : 'hint'}>
        {saying}
      </p>
    </div>
  )
}
