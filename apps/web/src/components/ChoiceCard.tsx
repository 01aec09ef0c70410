import type { ReactNode } from 'react'

/** One of those of the same name, of which one is chosen. */
export function ChoiceCard({
  name,
  isChosen,
  onChoose,
  caption,
  children,
}: {
  name: string
  isChosen: boolean
  onChoose: () => void
  /** What choosing it means. */
  caption?: ReactNode
  children: ReactNode
}): ReactNode {
  return (
    <label className="choice choice--card">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>
        {children}
        {caption !== undefined && <span className="caption">{caption}</span>}
      </span>
    </label>
  )
}
