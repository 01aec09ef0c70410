import { useId, type ReactNode } from 'react'

/** Reads a text file that whoever sits here chooses. */
export function FileField({
  label,
  onRead,
}: {
  label: string
  onRead: (text: string) => void
}): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="file"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void file.text().then(onRead)
        }}
      />
    </div>
  )
}
