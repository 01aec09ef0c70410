import { useEffect, useRef } from 'react'
import type { PrivateEvent } from '../../model/callEvent.ts'
import type { PrivateView } from '../../model/private/privateView.ts'

/** Held, one speaks privately. It is where `P` is on most keyboards, whatever is written on it. */
const KEY = 'KeyP'

/** As it is shown. */
export const PRIVATE_KEY = 'P'

/**
 * Speaks while the key is held, wherever the focus is but in a field; and lets go whenever the window,
 * or the page, is no longer before one.
 */
export function useHeldKey(
  { talk, unavailable }: PrivateView,
  send: (event: PrivateEvent) => void,
): void {
  const isHeld = useRef(false)
  const isOff = unavailable !== undefined
  const isTalking = talk.is !== 'none'
  useEffect(() => {
    const { signal, abort } = abortable()
    const down = (event: KeyboardEvent): void => {
      const isOther = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
      if (event.code !== KEY || event.repeat || isOther || isOff || isField(event.target)) return
      event.preventDefault()
      isHeld.current = true
      send({ type: 'private-pressed', stays: false })
    }
    const up = (event: KeyboardEvent): void => {
      if (event.code !== KEY || !isHeld.current) return
      isHeld.current = false
      send({ type: 'private-let-go' })
    }
    document.addEventListener('keydown', down, { signal })
    document.addEventListener('keyup', up, { signal })
    return abort
  }, [send, isOff])
  useEffect(() => {
    if (!isTalking) return undefined
    const { signal, abort } = abortable()
    const leave = (by: 'focus-lost' | 'page-hidden') => () => {
      isHeld.current = false
      send({ type: 'private-left', by })
    }
    window.addEventListener('blur', leave('focus-lost'), { signal })
    window.addEventListener('pagehide', leave('page-hidden'), { signal })
    const hide = leave('page-hidden')
    document.addEventListener('visibilitychange', () => document.hidden && hide(), { signal })
    return abort
  }, [send, isTalking])
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const ending = new AbortController()
  return { signal: ending.signal, abort: () => ending.abort() }
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]'))
  )
}
