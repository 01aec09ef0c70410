import type { ReactNode } from 'react'

/** The two sentences of a notice: what is, and what follows. */
export function NoticeSaid({
  title,
  isLarge = false,
  children,
}: {
  title: ReactNode
  isLarge?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <>
      <p className="banner__title" data-large={isLarge || undefined}>
        {title}
      </p>
      <p className="small muted">{children}</p>
    </>
  )
}
