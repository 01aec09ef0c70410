import type { KeyboardEvent, ReactNode } from 'react'
import { placeByKey } from './tabKeys.ts'

/** Tabs as ARIA has them: one stop for the keyboard, where arrows lead to the next and choose it. */
export function TabList<Key extends string>({
  name,
  label,
  className = 'tabs',
  tabs,
  chosen,
  onChoose,
}: {
  /** As the panes are told it. */
  name: string
  label: string
  className?: string
  tabs: readonly { key: Key; words: ReactNode }[]
  chosen: Key
  onChoose: (key: Key) => void
}): ReactNode {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const from = tabs.findIndex(({ key }) => key === chosen)
    const { direction } = getComputedStyle(event.currentTarget)
    const place = placeByKey(event.key, { from, count: tabs.length, direction })
    const next = place === undefined ? undefined : tabs[place]
    if (!next) return
    event.preventDefault()
    onChoose(next.key)
    event.currentTarget.ownerDocument.getElementById(tabId(name, next.key))?.focus()
  }
  return (
    <div className={className} role="tablist" aria-label={label}>
      {tabs.map(({ key, words }) => (
        <button
          key={key}
          type="button"
          role="tab"
          className="tab"
          id={tabId(name, key)}
          aria-selected={key === chosen}
          aria-controls={key === chosen ? paneId(name, key) : undefined}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
          onKeyDown={onKeyDown}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

/** What the chosen tab shows. The keyboard reaches it, so that it can be scrolled. */
export function TabPane({
  name,
  of,
  className,
  children,
}: {
  name: string
  of: string
  className?: string
  children: ReactNode
}): ReactNode {
  return (
    <div
      className={className}
      role="tabpanel"
      id={paneId(name, of)}
      aria-labelledby={tabId(name, of)}
      tabIndex={0}
    >
      {children}
    </div>
  )
}

/** Leads the keyboard to a tab. */
export function focusTab(name: string, key: string): void {
  document.getElementById(tabId(name, key))?.focus()
}

function tabId(name: string, key: string): string {
  return `${name}-tab-${key}`
}

function paneId(name: string, key: string): string {
  return `${name}-pane-${key}`
}
