import { useEffect } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { RareNotice } from '../../model/rareNotice.ts'

/** Tells once that what an interpreter asks stands on a page that is in sight; in a hidden one, when it comes to be. */
export function useSeen(notice: RareNotice, send: (event: CallScreenEvent) => void): void {
  const { id, from } = notice.type === 'asks' ? notice.asked : {}
  useEffect(() => {
    if (id === undefined || from === undefined) return undefined
    const ending = new AbortController()
    const look = (): void => {
      if (document.hidden) return
      ending.abort()
      send({ type: 'request-shown', id, from })
    }
    document.addEventListener('visibilitychange', look, ending)
    look()
    return () => ending.abort()
  }, [id, from, send])
}
