import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import type { LeafIndex } from '@parley/protocol'
import type { PrivateEvent } from '../../model/callEvent.ts'

/** What a button has that one holds to speak. */
type Hold = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: () => void
  onPointerCancel: () => void
  onLostPointerCapture: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onKeyUp: (event: KeyboardEvent) => void
  onBlur: () => void
  onClick: (event: MouseEvent) => void
  onContextMenu: (event: MouseEvent) => void
}

/**
 * Speaks while the button is held, by pointer or key. A click that no pointer and no key made, as assistive
 * technology makes it, cannot be held: it stays until the next.
 */
export function useHold(send: (event: PrivateEvent) => void, to?: LeafIndex): Hold {
  const held = useRef<'pointer' | 'key' | undefined>(undefined)
  const aim = to === undefined ? {} : { to }
  const press = (by: 'pointer' | 'key'): void => {
    held.current = by
    send({ type: 'private-pressed', stays: false, ...aim })
  }
  const letGo = (event: PrivateEvent): void => {
    if (held.current === undefined) return
    held.current = undefined
    send(event)
  }
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      press('pointer')
    },
    onPointerUp: () => held.current === 'pointer' && letGo({ type: 'private-let-go' }),
    onPointerCancel: () => letGo({ type: 'private-left', by: 'pointer-lost' }),
    onLostPointerCapture: () =>
      held.current === 'pointer' && letGo({ type: 'private-left', by: 'pointer-lost' }),
    onKeyDown: (event) => {
      if (!isPressing(event)) return
      event.preventDefault()
      if (!event.repeat) press('key')
    },
    onKeyUp: (event) => {
      if (!isPressing(event)) return
      event.preventDefault()
      if (held.current === 'key') letGo({ type: 'private-let-go' })
    },
    onBlur: () => held.current === 'key' && letGo({ type: 'private-left', by: 'focus-lost' }),
    onClick: (event) => {
      if (event.detail === 0) send({ type: 'private-pressed', stays: true, ...aim })
    },
    onContextMenu: (event) => event.preventDefault(),
  }
}

function isPressing({ key }: KeyboardEvent): boolean {
  return key === ' ' || key === 'Enter'
}
