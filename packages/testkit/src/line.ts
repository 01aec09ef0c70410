/** A way to the server that a test can cut and mend. */
export type CuttableLine = {
  dial: () => WebSocket
  cut(): void
  mend(): void
  /** Sockets dialled so far. */
  readonly dialled: number
}

/** While it is cut, sockets close and new ones fail at once. */
export function cuttableLine(serverUrl: string): CuttableLine {
  const url = `${serverUrl.replace(/^http/, 'ws')}/socket`
  const nowhere = 'ws://127.0.0.1:9/socket'
  const open = new Set<WebSocket>()
  let isCut = false
  let dialled = 0
  return {
    dial() {
      dialled++
      const socket = new WebSocket(isCut ? nowhere : url)
      open.add(socket)
      socket.addEventListener('close', () => void open.delete(socket))
      return socket
    },
    cut() {
      isCut = true
      for (const socket of open) socket.close()
    },
    mend() {
      isCut = false
    },
    get dialled() {
      return dialled
    },
  }
}
