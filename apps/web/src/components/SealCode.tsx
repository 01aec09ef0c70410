import type { ReactNode } from 'react'

/** Thirty digits in six groups, to be read aloud. They keep their order in every script. */
export function SealCode({
  digits,
  label,
}: {
  digits: readonly string[]
  label: string
}): ReactNode {
  return (
    <p className="codeline code" role="group" aria-label={label}>
      {digits.join(' ')}
    </p>
  )
}
