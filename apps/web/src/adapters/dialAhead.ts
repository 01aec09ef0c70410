import type { Dial } from '@parley/client'

/**
 * Opens a socket now, for whoever dials first: it is there by the time that they know what to say. One that is
 * closed by then is not handed on.
 */
export function dialAhead(dial: Dial): Dial {
  let ahead: ReturnType<Dial> | undefined = dial()
  return () => {
    const first = ahead
    ahead = undefined
    return first && first.readyState <= WebSocket.OPEN ? first : dial()
  }
}
