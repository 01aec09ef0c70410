import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const ICONS = { note: Info, caution: TriangleAlert, danger: OctagonAlert } as const

/** Something to know, to mind, or that stops. Each has a shape of its own, and is announced. */
export function Banner({
  kind,
  title,
  children,
  acts,
}: {
  kind: keyof typeof ICONS
  title: ReactNode
  children?: ReactNode
  acts?: ReactNode
}): ReactNode {
  const Icon = ICONS[kind]
  return (
    <div className={`banner banner--${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p className="banner__title">{title}</p>
        {children}
      </div>
      {acts ? <div className="banner__acts">{acts}</div> : null}
    </div>
  )
}
