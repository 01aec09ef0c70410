import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** How much a notice weighs, and the sign that says so beside it. */
export type NoticeLooks = { weight: 'note' | 'caution' | 'danger'; icon: LucideIcon }

/** A notice with its sign, and with `acts` behind its words. */
export function NoticeBox({
  icon: Icon,
  weight,
  acts,
  children,
}: NoticeLooks & { acts: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className={`banner banner--${weight}`}>
      <Icon className="icon" aria-hidden />
      <div>{children}</div>
      {acts}
    </div>
  )
}
