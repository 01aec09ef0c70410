import { useEffect, useRef } from 'react'

/** What a key does when it goes down, and for one that is held, when it goes up. */
type Shortcut = { down: () => void; up?: () => void }

/** A dialog and a field where one writes have their keys to themselves. */
const HAS_ITS_KEYS =
  'input:not([type=radio]):not([type=range]), textarea, select, [contenteditable], dialog'

/**
 * Carries out what keys do, by `event.code` for the space bar and by letter for the rest, wherever the focus
 * is but where one writes. A held key counts once. The space bar presses no button meanwhile: Enter does.
 */
export function useShortcuts(shortcuts: ReadonlyMap<string, Shortcut>): void {
  const now = useRef(shortcuts)
  useEffect(() => {
    now.current = shortcuts
  })
  useEffect(() => {
    const ending = new AbortController()
    const options = { capture: true, signal: ending.signal }
    const held = new Set<string>()
    const find = (event: KeyboardEvent) => now.current.get(keyOf(event))
    addEventListener(
      'keydown',
      (event) => {
        const shortcut = find(event)
        const isTaken = event.target instanceof Element && event.target.closest(HAS_ITS_KEYS)
        if (!shortcut || isTaken || hasModifier(event) || event.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        if (event.repeat) return
        held.add(keyOf(event))
        shortcut.down()
      },
      options,
    )
    addEventListener(
      'keyup',
      (event) => {
        if (!held.delete(keyOf(event))) return
        event.preventDefault()
        event.stopPropagation()
        find(event)?.up?.()
      },
      options,
    )
    return () => ending.abort()
  }, [])
}

function keyOf({ code, key }: KeyboardEvent): string {
  return code === 'Space' ? code : key.toUpperCase()
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey
}
