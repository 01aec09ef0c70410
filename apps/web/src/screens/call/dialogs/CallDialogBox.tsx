import { useContext, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { AnnouncersContext } from './AnnouncersContext.ts'

/**
 * What lies over the call: the browser's own modal dialog, which keeps the focus in it and gives it back.
 * Without `onClose` it stays until what it says is over.
 */
export function CallDialogBox({
  title,
  mark,
  under,
  isAlert = false,
  className = '',
  onClose,
  children,
}: {
  title: ReactNode
  /** Stands before the title. */
  mark?: ReactNode
  under?: ReactNode
  /** It asks or stops something, and is read out at once. */
  isAlert?: boolean
  className?: string
  onClose?: () => void
  children: ReactNode
}): ReactNode {
  const titleId = useId()
  const announcers = useContext(AnnouncersContext)
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    element?.showModal()
    // The first button may end something: what is said comes first.
    element?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className={`dialog call__dialog ${className}`}
      role={isAlert ? 'alertdialog' : undefined}
      tabIndex={-1}
      closedby={onClose ? 'any' : 'none'}
      aria-labelledby={titleId}
      onClose={() => {
        // Another one may have taken its place: that one stays.
        if (box.current) onClose?.()
      }}
    >
      <div className="call__top">
        {mark}
        <h2 id={titleId}>{title}</h2>
        {under}
      </div>
      {children}
      {announcers}
    </dialog>
  )
}
